#!/usr/bin/env python3
"""Writes what the tests of the exports expect, from the shipped ECB file alone: a day in the form of the bank's
eurofxref-daily.xml, and for each question about prices how many lines it is answered with, the FNV-1a of these lines,
the first and the last. Rates are exact fractions, rounded half up by integers. Needs nothing but Python.

    python3 Tests/Oracles/history/exports/exports_oracle.py
"""
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import ecb
from rates_oracle import fnv1a, points

DAY = "2004-12-31"

# The query, the base, the symbols (None: all), the first and the last day, and the digits. Periods by the calendar: they
# end on 2026-10-30.
QUESTIONS = [
    ("", "KRW", None, "2025-10-30", "2026-10-30", 10),
    ("period=max", "KRW", None, "1999-01-04", "2026-10-30", 10),
    ("period=1m&base=EUR&precision=4", "EUR", None, "2026-09-30", "2026-10-30", 4),
    ("symbols=USD&from=1999-01-01", "KRW", ["USD"], "1999-01-04", "2026-10-30", 10),
    ("symbols=TRY,TRL,ROL,RON&from=2004-12-27&to=2005-07-08&precision=12", "KRW", ["TRY", "TRL", "ROL", "RON"],
     "2004-12-27", "2005-07-08", 12),
    ("symbols=krw,jpy,eur&base=isk&from=2008-11-01&to=2018-03-01&precision=5", "ISK", ["KRW", "JPY", "EUR"],
     "2008-11-01", "2018-03-01", 5),
    ("base=IDR&symbols=USD,EUR,KRW&period=2w&precision=12", "IDR", ["USD", "EUR", "KRW"], "2026-10-16", "2026-10-30", 12),
    ("symbols=USD&from=2026-10-24&to=2026-10-25", "KRW", ["USD"], "2026-10-24", "2026-10-25", 10),
]


def header():
    return ecb.CSV.open().readline().strip().split(",")[1:-1]


def daily(day):
    cubes = "".join(
        f"\t\t\t<Cube currency='{code}' rate='{TABLE[day][code]}'/>\n" for code in header() if code in TABLE[day])
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01"'
        ' xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">\n'
        "\t<gesmes:subject>Reference rates</gesmes:subject>\n"
        "\t<gesmes:Sender>\n\t\t<gesmes:name>European Central Bank</gesmes:name>\n\t</gesmes:Sender>\n"
        f"\t<Cube>\n\t\t<Cube time='{day}'>\n{cubes}\t\t</Cube>\n\t</Cube>\n</gesmes:Envelope>\n")


def prices(base, symbols, first, last, digits):
    window = {day: quotes for day, quotes in TABLE.items() if first <= day <= last}
    found = []
    for code in symbols or header() + ["EUR"]:
        if code != base:
            found += [(day, code, rate) for day, rate, _, _ in points(window, code, base, digits)]
    return [f"P {day} {code} {rate} {base}" for day, code, rate in sorted(found)]


TABLE = ecb.read()
(HERE / "eurofxref-daily.xml").write_text(daily(DAY))
with (HERE / "prices.txt").open("w") as out:
    for query, *question in QUESTIONS:
        lines = prices(*question)
        ends = [lines[0], lines[-1]] if lines else ["", ""]
        mark = fnv1a("".join(line + "\n" for line in lines))
        out.write("|".join([query, str(len(lines)), f"{mark:016x}", *ends]) + "\n")
