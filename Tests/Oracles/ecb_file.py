#!/usr/bin/env python3
"""Writes what the ECB's own file of reference rates says about days and currencies.

    python3 Tests/Oracles/ecb_file.py
"""
import csv
import datetime
import pathlib

HERE = pathlib.Path(__file__).parent
FIXTURES = HERE.parent / "SharedDomainTests" / "Fixtures"
FILE = HERE.parent.parent / "Services" / "Ingestor" / "Seed" / "eurofxref-hist.csv"

rows = sorted(csv.DictReader(FILE.open()), key=lambda row: row["Date"])
published = {row["Date"] for row in rows}


def weekdays_without_rates():
    day, last = (datetime.date.fromisoformat(rows[index]["Date"]) for index in (0, -1))
    while day <= last:
        if day.isoweekday() <= 5 and str(day) not in published:
            yield str(day)
        day += datetime.timedelta(days=1)


def quoted_spans():
    for currency in sorted(name for name in rows[0] if name and name != "Date"):
        days = [row["Date"] for row in rows if row[currency] not in ("", "N/A")]
        yield f"{currency}|{days[0]}|{days[-1]}"


def write(name, comment, lines):
    body = "\n".join("        " + line for line in lines)
    text = f'/// {comment}\n///\n/// Written by `Tests/Oracles/ecb_file.py`.\nenum {name} {{\n'
    text += f'    static let firstDay = "{rows[0]["Date"]}"\n    static let lastDay = "{rows[-1]["Date"]}"\n'
    text += f'    static let lines = """\n{body}\n        """\n}}\n'
    (FIXTURES / f"{name}.swift").write_text(text)


write("ECBClosures", "Every weekday without rates between the first and the last day of the ECB's file.",
      weekdays_without_rates())
write("ECBCurrencies", "`currency|first day|last day` of the quotes in the ECB's file.", quoted_spans())
