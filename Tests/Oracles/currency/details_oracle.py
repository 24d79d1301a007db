#!/usr/bin/env python3
"""Writes what the details of currencies must be, from the European Central Bank's file by exact fractions.

    python3 Tests/Oracles/currency/details_oracle.py

One line for each currency: the rate, the rate for the quotation unit, the two estimated transfer prices at one percent,
the rate of the publication before, the difference, the difference in percent, the direction. Ten significant digits,
rounded half up by `decimal`.
"""
import csv
import pathlib
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

ROOT = pathlib.Path(__file__).resolve().parents[3]
FILE = ROOT / "Services/Ingestor/Seed/eurofxref-hist.csv"
TARGET = ROOT / "Tests/CurrencyServiceTests/Details/PythonDetails.swift"
DAY, BEFORE = "2026-10-30", "2026-10-29"
UNITS = {"JPY": 100, "IDR": 100, "VND": 100}


def sheets():
    with FILE.open() as file:
        return {
            row["Date"]: {code: Fraction(text) for code, text in row.items() if len(code) == 3 and text != "N/A"}
            for row in csv.DictReader(file)
        }


def written(value, digits=10):
    """The fraction at so many significant digits, without padding zeros, in plain notation."""
    if value == 0:
        return "0"
    # So many digits that none of the quotients is cut into a tie.
    exact = Context(prec=120).divide(Decimal(value.numerator), Decimal(value.denominator))
    rounded = Context(prec=digits, rounding=ROUND_HALF_UP).plus(exact)
    return format(rounded.normalize(Context(prec=digits)), "f")


def lines(base):
    now, before = ({**sheet, "EUR": Fraction(1)} for sheet in (ALL[DAY], ALL[BEFORE]))
    for code in sorted(now):
        rate, previous = now[base] / now[code], before[base] / before[code]
        change = rate - previous
        part = Fraction(0) if code == base else Fraction(1, 100)
        values = [
            rate, rate * UNITS.get(code, 1), rate * (1 + part), rate * (1 - part), previous, change,
            change / previous * 100,
        ]
        direction = "UP" if change > 0 else "DOWN" if change < 0 else "SAME"
        yield "|".join([code, *map(written, values), direction])


ALL = sheets()
text = '''/// The details of {day} as Python computes them from the figures of the ECB's file, against those of {before}.
///
/// Written by `Tests/Oracles/currency/details_oracle.py`.
enum PythonDetails {{
    /// By base: `code|rate|of the quotation unit|TTS|TTB|before|difference|percent|direction`.
    static let lines = ["KRW": inWon, "USD": inDollars, "EUR": inEuro]
'''.format(day=DAY, before=BEFORE)
for base, name in [("KRW", "inWon"), ("USD", "inDollars"), ("EUR", "inEuro")]:
    body = "\n".join("        " + line for line in lines(base))
    text += f'\n    private static let {name} = """\n{body}\n        """\n'
TARGET.write_text(text + "}\n")
