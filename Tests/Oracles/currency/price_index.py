#!/usr/bin/env python3
"""Computes from the shipped files what a Big Mac costs in every country beside others, with Python's fractions.

    python3 Tests/Oracles/currency/price_index.py

Reads The Economist's file (local prices only), the last row of the ECB's file of reference rates, and the table of
countries (codes, and when each took the euro). Writes Tests/CurrencyServiceTests/Prices/PriceIndexTable.swift.
"""
import csv
import datetime
import pathlib
import re
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent.parent
SEED = ROOT / "Services" / "Ingestor" / "Seed"
OUTPUT = ROOT / "Tests" / "CurrencyServiceTests" / "Prices" / "PriceIndexTable.swift"
TODAY = datetime.date(2026, 10, 30)
MAXIMUM_AGE = datetime.timedelta(days=1096)
BASES = ["KR", "US", "DE"]
# Days to compare old editions of: around the days that Estonia, Lithuania and Croatia joined the euro area.
EDITIONS = ["2007-03-01", "2010-12-31", "2011-07-01", "2014-12-31", "2015-01-01", "2022-12-31", "2023-01-01"]

countries = {}
for line in (ROOT / "Shared" / "Domain" / "Places" / "CountryTable.swift").read_text().splitlines():
    match = re.match(r"\s+([A-Z]{2})\|([A-Z]{3})\|([A-Z]{3})\|([0-9-]+)\|", line)
    if match:
        joined = None if match[4] == "-" else datetime.date.fromisoformat(match[4])
        countries[match[1]] = (match[2], joined)
assert len(countries) == 249

prices = {}
for row in csv.DictReader((SEED / "big-mac-full-index.csv").open()):
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", row["local_price"]):
        day = datetime.date.fromisoformat(row["date"])
        prices.setdefault(row["iso_a3"], []).append((day, row["currency_code"], Fraction(row["local_price"])))

newest = max(csv.DictReader((SEED / "eurofxref-hist.csv").open()), key=lambda row: row["Date"])
per_euro = {code: Fraction(text) for code, text in newest.items() if code and code != "Date" and text != "N/A"}
per_euro["EUR"] = Fraction(1)


def price(country, day):
    """The newest price on or before the day, the euro area's for a member since it joined; None beyond three years."""
    alpha3, joined = countries[country]
    own = [(d, 1, c, p) for d, c, p in prices.get(alpha3, []) if d <= day]
    shared = [(d, 0, c, p) for d, c, p in prices["EUZ"] if joined and joined <= d <= day]
    found = max(own + shared, default=None)
    return found if found and day - found[0] <= MAXIMUM_AGE else None


def ratio(currency, money):
    if currency == money:
        return Fraction(1)
    if currency in per_euro and money in per_euro:
        return per_euro[money] / per_euro[currency]
    return None


def index(country, base, day):
    there, here = price(country, day), price(base, day)
    rate = ratio(there[2], here[2]) if there and here else None
    return 100 * there[3] / here[3] * rate if rate else None


def rounded(value, digits=10):
    """Rounded once, half up: exact to one digit more than any tie could need, then cut by decimal."""
    if value is None:
        return "-"
    exponent = 0
    while value >= Fraction(10) ** (exponent + 1):
        exponent += 1
    while value < Fraction(10) ** exponent:
        exponent -= 1
    scaled = value / Fraction(10) ** (exponent - digits + 1)
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    whole += 2 * rest >= scaled.denominator
    text = format(Decimal(whole).scaleb(exponent - digits + 1).normalize(Context(prec=40)), "f")
    # decimal itself, where its own division is exact enough to agree.
    check = Context(prec=60).divide(Decimal(value.numerator), Decimal(value.denominator))
    assert Decimal(text) == Context(prec=digits, rounding=ROUND_HALF_UP).plus(check), (value, text)
    return text


def dollars(country, day):
    found = price(country, day)
    rate = ratio(found[2], "USD") if found else None
    return found[3] * rate if rate else None


def now():
    for country in sorted(countries):
        found = price(country, TODAY)
        area = "-" if not found else country if found[1] else "EUZ"
        figures = [index(country, base, TODAY) for base in BASES] + [dollars(country, TODAY)]
        yield "|".join([country, area] + [rounded(figure) for figure in figures])


def then():
    for day in EDITIONS:
        for country in ["EE", "LT", "HR", "DE", "JP", "VE", "RU"]:
            found = price(country, datetime.date.fromisoformat(day))
            figure = rounded(index(country, "US", datetime.date.fromisoformat(day)))
            yield f"{day}|{country}|{found[0] if found else '-'}|{figure}"


def ranking(base):
    found = sorted((value, code) for code in countries if (value := index(code, base, TODAY)) is not None)
    for value, code in found:
        yield f"{1 + sum(other < value for other, _ in found)}:{code}"


def wrapped(words):
    line = ""
    for word in words:
        if len(line) + len(word) > 96:
            yield line + " \\"
            line = ""
        line += (" " if line else "") + word
    yield line


def text(lines, depth):
    pad = " " * depth
    return '"""\n' + "".join(f"{pad}{line}\n" for line in lines) + pad + '"""'


out = "/// What Python's fractions make of the shipped files on 2026-10-30.\n///\n"
out += "/// Written by `Tests/Oracles/currency/price_index.py`.\nenum PriceIndexTable {\n"
out += "    /// `country|area|index in KR|in US|in DE|dollars`, to 10 digits; `-` for none.\n"
out += "    static let now = " + text(now(), 8) + "\n\n"
out += "    /// `day asked for|country|day of the edition|index in US`: old editions at the rates of 2026-10-30.\n"
out += "    static let then = " + text(then(), 8) + "\n\n"
out += "    /// `rank:country` from the cheapest on, by base country.\n    static let rankings = [\n"
for base in BASES:
    out += f'        "{base}": ' + text(wrapped(ranking(base)), 8) + ",\n"
out += "    ]\n}\n"
OUTPUT.write_text(out)
