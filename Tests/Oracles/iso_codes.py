#!/usr/bin/env python3
"""Writes the ISO lists that the tables of currencies and countries are checked against.

    pip install iso4217==1.16.20260101 pycountry==26.2.16
    python3 Tests/Oracles/iso_codes.py

`iso4217` carries list one as the maintenance agency publishes it (XML), `pycountry` the ISO 3166-1 of Debian.
"""
import pathlib
from xml.etree import ElementTree

import iso4217
import pycountry

FIXTURES = pathlib.Path(__file__).parent.parent / "SharedDomainTests" / "Fixtures"
LIST_ONE = ElementTree.parse(pathlib.Path(iso4217.__file__).parent / "table.xml").getroot()
# Units of account that list one does not mark as funds.
UNITS_OF_ACCOUNT = {"UYW", "XAD"}


def currencies():
    found = set()
    for entry in LIST_ONE.iter("CcyNtry"):
        code = entry.findtext("Ccy")
        is_fund = entry.find("CcyNm").attrib.get("IsFund") == "true"
        if code and not is_fund and code not in UNITS_OF_ACCOUNT and entry.findtext("CcyMnrUnts") != "N.A.":
            found.add(f"{code}|{entry.findtext('CcyNbr')}|{entry.findtext('CcyMnrUnts')}")
    return sorted(found)


def countries():
    return sorted(f"{country.alpha_2}|{country.alpha_3}" for country in pycountry.countries)


def write(name, comment, lines):
    body = "\n".join("        " + line for line in lines)
    text = f'/// {comment}\n///\n/// Written by `Tests/Oracles/iso_codes.py`.\nenum {name} {{\n'
    text += f'    static let lines = """\n{body}\n        """\n}}\n'
    (FIXTURES / f"{name}.swift").write_text(text)


published = LIST_ONE.attrib["Pblshd"]
write("ISO4217List", f"`code|number|minor units` of ISO 4217 list one, published {published}.", currencies())
write("ISO3166List", "`alpha-2|alpha-3` of ISO 3166-1.", countries())
