#!/usr/bin/env python3
"""Writes conversions.txt: what amounts are in other money, by Python's own decimal arithmetic.

    python3 Tests/Oracles/currency/conversions.py

The rates are those of the European Central Bank's own file (units of each currency for one euro). A rate of a day is
taken from the newest day, up to 14 days back, that has both currencies. amount x price(to) / price(from) is taken to 200
digits with ROUND_05UP, which is made for rounding a second time, and then rounded once; at significant digits
decimal.Context.divide rounds once, correctly. No floats.

Lines, by their first field:

    c|day|from|to|amount|mode|days back|result|as a number      a conversion; '-' for no rate
    k|day|from|to|amount|mode|0|result|as a number              the same from the sheet of the lines that begin with s
    s|day|currency|price|unit                                   won for so many units
    r|day|from|to|digits|rate|inverse                           half up
    p|from|to|rate                                              of the last day, 10 digits, half up; '-' for none

Modes: u half up, e half even, d down, n none (34 significant digits, half up). The last field of a conversion is the
product rounded to 15 significant digits by the same mode, where the result has more; else it is empty.
"""
import csv
import datetime
import decimal
import pathlib
import random
import re

ROOT = pathlib.Path(__file__).resolve().parents[3]
FILE = ROOT / "Services" / "Ingestor" / "Seed" / "eurofxref-hist.csv"
ISO = ROOT / "Tests" / "SharedDomainTests" / "Fixtures" / "ISO4217List.swift"
TARGET = pathlib.Path(__file__).with_name("conversions.txt")

LOOK_BACK = 14
MODES = {"u": decimal.ROUND_HALF_UP, "e": decimal.ROUND_HALF_EVEN, "d": decimal.ROUND_DOWN, "n": decimal.ROUND_HALF_UP}
LONG = decimal.Context(prec=200, rounding=decimal.ROUND_05UP, Emin=-9999, Emax=9999)
ONE = decimal.Decimal(1)
MOST = decimal.Decimal(10) ** 15
# ISO 4217 list three has no minor units: of what the ECB quoted until it left, only the old lira had none.
LEFT = {code: 2 for code in "BGN CYP EEK HRK LTL LVL MTL ROL SIT SKK".split()} | {"TRL": 0}


def read_prices():
    """By day: the price of a euro in each currency."""
    with FILE.open(newline="") as file:
        rows = list(csv.reader(file))
    codes = [code for code in rows[0][1:] if code]
    table = {}
    for row in reversed(rows[1:]):
        prices = {code: decimal.Decimal(text) for code, text in zip(codes, row[1:]) if text not in ("N/A", "")}
        table[datetime.date.fromisoformat(row[0])] = prices | {"EUR": ONE}
    return sorted(codes + ["EUR"]), table


def read_minor_units():
    lines = re.findall(r"^ *([A-Z]{3})\|\d{3}\|(\d)$", ISO.read_text(), re.MULTILINE)
    return LEFT | {code: int(digits) for code, digits in lines}


CODES, PRICES = read_prices()
MINOR = read_minor_units()
DAYS = list(PRICES)


def find(day, source, target):
    """The newest day that has both, and how much of `target` and of `source` a euro is."""
    for back in range(LOOK_BACK + 1):
        prices = PRICES.get(day - datetime.timedelta(days=back), {})
        if source in prices and target in prices or prices and source == target:
            return back, prices.get(target, ONE), prices.get(source, ONE)
    return None


def at_digits(dividend, divisor, digits, mode):
    context = decimal.Context(prec=digits, rounding=MODES[mode], Emin=-9999, Emax=9999)
    value = context.divide(dividend, divisor)
    return decimal.Decimal(0) if value.is_zero() else LONG.normalize(value)


def result(amount, dividend, divisor, minor_units, mode):
    """amount x dividend / divisor, and the same at 15 significant digits where that is less."""
    product = LONG.multiply(amount, dividend)
    if mode == "n":
        value = at_digits(product, divisor, 34, mode)
    else:
        context = decimal.Context(prec=200, rounding=MODES[mode], Emin=-9999, Emax=9999)
        value = LONG.divide(product, divisor).quantize(ONE.scaleb(-minor_units), context=context)
    is_long = len(LONG.normalize(value).as_tuple().digits) > 15
    return format(value, "f"), format(at_digits(product, divisor, 15, mode), "f") if is_long else ""


def conversion(day, source, target, amount, mode):
    found = find(day, source, target)
    start = f"c|{day}|{source}|{target}|{amount:f}|{mode}"
    if found is None:
        return f"{start}|-|-|"
    back, dividend, divisor = found
    return "|".join([start, str(back), *result(amount, dividend, divisor, MINOR[target], mode)])


def an_amount(source):
    kind = source.random()
    if kind < 0.02:
        return source.choice([decimal.Decimal(0), decimal.Decimal("0.0000000001"), MOST, MOST - ONE.scaleb(-10)])
    fraction = source.randint(0, 10)
    coefficient = source.randint(1, 10 ** source.randint(1, 15 + fraction))
    return min(decimal.Decimal(coefficient).scaleb(-fraction), MOST)


def a_day(source, number):
    """First every day there is, then any day of the calendar."""
    if number < len(DAYS):
        return DAYS[number]
    return DAYS[0] + datetime.timedelta(days=source.randint(0, (DAYS[-1] - DAYS[0]).days))


def random_cases():
    source = random.Random(20261030)
    for number in range(12_000):
        day = a_day(source, number)
        first, second = source.choices(CODES, k=2)
        # One case in twelve takes what comes: a currency that is not quoted any more, or not yet.
        while number % 12 and find(day, first, second) is None:
            first, second = source.choices(CODES, k=2)
        yield conversion(day, first, second, an_amount(source), source.choice("uedn"))


def recent_cases():
    """Of the last two weeks, between currencies that are still quoted."""
    source = random.Random(14)
    quoted = sorted(PRICES[DAYS[-1]])
    for _ in range(300):
        day = DAYS[-1] - datetime.timedelta(days=source.randint(0, 13))
        yield conversion(day, *source.choices(quoted, k=2), an_amount(source), source.choice("uedn"))


def look_back_cases():
    """Around the days on which quotes stop for good or for a while, and before the first."""
    quoted = {code: [day for day in DAYS if code in PRICES[day]] for code in CODES}
    amount = decimal.Decimal("1234.56")
    for code, days in quoted.items():
        gaps = [day for day, following in zip(days, days[1:]) if (following - day).days > 10]
        for day in [*gaps[:4], days[-1]]:
            for later in (0, 1, 13, 14, 15, 16):
                date = day + datetime.timedelta(days=later)
                if date <= DAYS[-1]:
                    yield conversion(date, code, "EUR", amount, "u")
        yield conversion(days[0] - datetime.timedelta(days=1), "EUR", code, amount, "u")
    yield conversion(datetime.date(1998, 12, 31), "USD", "USD", amount, "u")


def ties():
    """Amounts whose exact result lies half way between two minor units, and a hair to either side."""
    source = random.Random(4217)
    hair = ONE.scaleb(-10)
    written = 0
    while written < 400:
        day = source.choice(DAYS)
        first, second = source.choices(CODES, k=2)
        found = find(day, first, second)
        if found is None:
            continue
        _, price, divisor = found
        # price = n / 10^f and n = odd x 2^a. An odd multiple of divisor x 10^(f - minor units) / 2^(a + 1) is converted
        # to an odd multiple of half a minor unit.
        _, digits, exponent = price.as_tuple()
        number = int("".join(map(str, digits)))
        twos = (number & -number).bit_length() - 1
        step = LONG.divide(
            LONG.multiply(divisor, ONE.scaleb(-exponent - MINOR[second])), decimal.Decimal(2 ** (twos + 1)))
        amount = LONG.multiply(step, decimal.Decimal(2 * source.randint(0, 10**6) + 1))
        if amount > MOST - 1 or amount != amount.quantize(hair, context=LONG):
            continue
        amount = LONG.normalize(amount)
        for mode in "ued":
            yield conversion(day, first, second, amount, mode)
        yield conversion(day, first, second, LONG.add(amount, hair), "e")
        yield conversion(day, first, second, LONG.subtract(amount, hair), "u")
        written += 1


SHEET_DAY = datetime.date(2026, 10, 30)
SHEET = {
    "USD": ("1335.27", 1), "JPY": ("849.13", 100), "IDR": ("7.36", 100), "KWD": ("4345.8177", 1),
    "BHD": ("3541.830239", 1), "TND": ("462.1", 1), "JOD": ("1883.31311706629055", 1), "EUR": ("1491.76", 1),
}


def won_cases():
    """From a source that quotes won for one or 100 units, dinars of three minor units among them."""
    source = random.Random(414)
    values = {code: decimal.Decimal(price) / unit for code, (price, unit) in SHEET.items()} | {"KRW": ONE}
    for code, (price, unit) in SHEET.items():
        yield f"s|{SHEET_DAY}|{code}|{price}|{unit}"
    for _ in range(600):
        first, second = source.choices(sorted(values), k=2)
        amount, mode = an_amount(source), source.choice("uedn")
        # One `first` costs values[first] won, and one `second` values[second].
        converted = result(amount, values[first], values[second], MINOR[second], mode)
        yield "|".join([f"k|{SHEET_DAY}|{first}|{second}|{amount:f}|{mode}|0", *converted])


def rates():
    source = random.Random(12)
    written = 0
    while written < 600:
        day, digits = source.choice(DAYS), source.choice([10, 12, 20])
        first, second = source.choices(CODES, k=2)
        found = find(day, first, second)
        if found is None:
            continue
        _, dividend, divisor = found
        rate, inverse = at_digits(dividend, divisor, digits, "u"), at_digits(divisor, dividend, digits, "u")
        yield f"r|{day}|{first}|{second}|{digits}|{rate:f}|{inverse:f}"
        written += 1


def pairs():
    for first in CODES:
        for second in CODES:
            if first != second:
                found = find(DAYS[-1], first, second)
                yield f"p|{first}|{second}|" + (format(at_digits(*found[1:], 10, "u"), "f") if found else "-")


with decimal.localcontext(LONG):
    lines = [*random_cases(), *recent_cases(), *look_back_cases(), *ties(), *won_cases(), *rates(), *pairs()]
TARGET.write_text("\n".join(lines) + "\n")
