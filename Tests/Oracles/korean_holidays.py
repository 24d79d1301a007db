#!/usr/bin/env python3
"""Writes the weekdays on which Korean banks are closed, after the PyPI package `holidays` (0.108).

    python3 -m venv /tmp/oracle && /tmp/oracle/bin/pip install holidays==0.108
    /tmp/oracle/bin/python Tests/Oracles/korean_holidays.py

The package has what was decided (temporary holidays, the substitute holidays of the Presidential Decree, Labour Day for
banks) and computes the lunar feasts. The elections of 2030 are left out: they were not called yet, and the package
only supposes their days.
"""
import pathlib

import holidays

FIXTURES = pathlib.Path(__file__).parent.parent / "SharedDomainTests" / "Fixtures"
YEARS = range(2024, 2031)


def closures():
    known = holidays.country_holidays("KR", years=YEARS, language="en_US", categories=("public", "bank"))
    for day, name in sorted(known.items()):
        supposed = day.year == 2030 and "Election" in name
        if day.isoweekday() <= 5 and not supposed:
            yield f"{day}|{name}"


body = "\n".join("        " + line for line in closures())
(FIXTURES / "KoreanHolidays.swift").write_text(f'''/// `day|name` of every weekday from {YEARS[0]} to {YEARS[-1]} on which Korean banks are closed.
///
/// Written by `Tests/Oracles/korean_holidays.py`.
enum KoreanHolidays {{
    static let firstDay = "{YEARS[0]}-01-01"
    static let lastDay = "{YEARS[-1]}-12-31"
    static let lines = """
{body}
        """
}}
''')
