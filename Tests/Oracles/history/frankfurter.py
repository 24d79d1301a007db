#!/usr/bin/env python3
"""Writes what the Frankfurter API, version 1, says of the shipped ECB file: Python's decimals over the file's texts, by
that API's rules. Needs nothing but Python.

    python3 Tests/Oracles/history/frankfurter.py

The rules, as that API's own service applies them (github.com/lineofflight/frankfurter, lib/versions/v1):

- a day is answered with the newest sheet of the 14 days up to it that has a rate of what is asked;
- a range begins with the last sheet up to its first day (with that day itself before the first sheet), and ends with its
  last day or today; one whose first day is in the future is not found;
- `from` counts more than `base`, `to` more than `symbols`; codes are read in any case; unknown ones are left out;
- wrong things are told in the order amount, dates, pair; a pair is bad only where the base is named;
- one euro is priced in the bank's own figures; so many euros are priced at amount x figure, rounded by its size, the
  euro itself at the amount; an amount of another base is priced at that price x amount / the base's such price, the
  product and the quotient together rounded by their size.

Where that service computes these steps in binary64, they are exact here and rounded half up. Where the base's price
rounds to nothing, that service fails; here it is divided by as it is. Its amounts are Ruby's `to_f`, which takes `10abc`
for 10; here that is no amount. Where the newest sheet is older than 14 days, that service finds nothing; here the newest
sheet's 14th day counts as the current one.
"""
import datetime
import re
from decimal import ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction
from urllib.parse import parse_qsl, urlsplit

import ecb

getcontext().prec = 200
FIXTURES = ecb.ROOT / "Tests" / "Oracles" / "history" / "frankfurter"
TODAY = "2026-10-30"
WEEKS_LATER = "2026-11-21"
LOOK_BACK = datetime.timedelta(days=14)
NOT_FOUND = (404, '{"message":"not found"}')
BANDS = [(5000, 0), (80, 2), (20, 3), (1, 4), (Fraction(1, 10000), 5)]

NAMES = {
    "AUD": "Australian Dollar", "BGN": "Bulgarian Lev", "BRL": "Brazilian Real", "CAD": "Canadian Dollar",
    "CHF": "Swiss Franc", "CNY": "Chinese Renminbi Yuan", "CZK": "Czech Koruna", "DKK": "Danish Krone", "EUR": "Euro",
    "GBP": "British Pound", "HKD": "Hong Kong Dollar", "HRK": "Croatian Kuna", "HUF": "Hungarian Forint",
    "IDR": "Indonesian Rupiah", "ILS": "Israeli New Sheqel", "INR": "Indian Rupee", "ISK": "Icelandic Króna",
    "JPY": "Japanese Yen", "KRW": "South Korean Won", "MXN": "Mexican Peso", "MYR": "Malaysian Ringgit",
    "NOK": "Norwegian Krone", "NZD": "New Zealand Dollar", "PHP": "Philippine Peso", "PLN": "Polish Złoty",
    "RON": "Romanian Leu", "SEK": "Swedish Krona", "SGD": "Singapore Dollar", "THB": "Thai Baht", "TRY": "Turkish Lira",
    "USD": "United States Dollar", "ZAR": "South African Rand",
}


class Refused(Exception):
    pass


def number(value):
    """A number as Ruby writes a binary64 that is this decimal."""
    value = Decimal(value)
    if value == 0:
        return "0.0"
    sign, digits, exponent = value.normalize().as_tuple()
    if value < Decimal("0.0001"):
        power = len(digits) - 1 + exponent
        rest = "".join(map(str, digits[1:])) or "0"
        return f"{digits[0]}.{rest}e-{-power:02d}"
    text = format(value.normalize(), "f")
    return text if "." in text else text + ".0"


def rounded(price):
    """A fraction, rounded by its size; without digits after the point above the greatest band."""
    digits = next((digits for bound, digits in BANDS if price > bound), 6)
    scaled = price * 10**digits + Fraction(1, 2)
    whole = scaled.numerator // scaled.denominator
    return Decimal(whole).scaleb(-digits)


def rounded_text(price):
    """A rounded price as that API writes it: Ruby's integer, or its binary64."""
    return str(price) if price.as_tuple().exponent == 0 else number(price)


def amount_of(query):
    if "amount" not in query:
        return Decimal(1)
    text = query["amount"].strip(" \t")
    if not re.fullmatch(r"\+?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?", text):
        raise Refused("invalid amount")
    value = Decimal(text)
    if not Decimal("1e-9") <= value <= Decimal("1e15"):
        raise Refused("invalid amount")
    return value


def date_of(text):
    """A day of the proleptic calendar; years that Python has none for count as its first."""
    year, month, day = map(int, text.split("-"))
    try:
        datetime.date(2000 + year % 400, month, day)
        return datetime.date(max(year, 1), month, day)
    except ValueError:
        raise Refused("invalid date") from None


def rates_of(quotes, base, symbols, amount):
    """The rates of one day, by code, as JSON texts."""
    if base not in quotes:
        return {}
    codes = [code for code in sorted(quotes) if code != base and (symbols is None or code in symbols)]
    if base == "EUR" and amount == 1:
        return {code: number(quotes[code]) for code in codes}
    of_euros = {code: rounded(Fraction(amount) * Fraction(quote)) for code, quote in quotes.items()}
    if base == "EUR":
        return {code: rounded_text(of_euros[code]) for code in codes}
    of_euros["EUR"] = amount
    divisor = Fraction(of_euros[base]) or Fraction(amount) * Fraction(quotes[base])
    return {code: rounded_text(rounded(Fraction(amount) * Fraction(of_euros[code]) / divisor)) for code in codes}


def json_object(members):
    return "{" + ",".join(f'"{name}":{value}' for name, value in members) + "}"


def answer(table, target, today=TODAY):
    """Status and body."""
    parts = urlsplit(target)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    path = parts.path.rstrip("/")
    today = datetime.date.fromisoformat(today)
    current = min(today, datetime.date.fromisoformat(max(table)) + LOOK_BACK)
    if path == "/v1":
        return 200, '{"version":"v1","status":"frozen","openapi":"/openapi.json","docs":"/docs"}'
    if path == "/v1/currencies":
        first = str(current - LOOK_BACK)
        codes = {code for day, quotes in table.items() if first <= day <= str(current) for code in quotes}
        return 200, json_object((code, f'"{NAMES[code]}"') for code in sorted(codes))
    name = path.removeprefix("/v1/")
    form = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(\.\.(\d{4}-\d{2}-\d{2})?)?", name, re.ASCII)
    if not form and name not in ("latest", "current"):
        return NOT_FOUND
    try:
        amount = amount_of(query)
        if not form:
            first, last, is_range = current, current, False
        else:
            first = date_of(form[1])
            last = date_of(form[3]) if form[3] else current
            is_range = form[2] is not None
        named = query.get("from", query.get("base"))
        wanted = query.get("to", query.get("symbols"))
        symbols = None
        if wanted is not None:
            symbols = wanted.upper().split(",")
            while symbols and not symbols[-1]:
                symbols.pop()
        if named is not None and symbols == [named.upper()]:
            raise Refused("bad currency pair")
    except Refused as reason:
        return 422, f'{{"message":"{reason}"}}'
    base = "EUR" if named is None else named.upper()
    head = [("amount", number(amount)), ("base", f'"{base}"')]
    if not is_range:
        earliest = first - LOOK_BACK if first.year > 1 else first
        for day in sorted((day for day in table if str(earliest) <= day <= str(first)), reverse=True):
            rates = rates_of(table[day], base, symbols, amount)
            if rates:
                return 200, json_object(head + [("date", f'"{day}"'), ("rates", json_object(rates.items()))])
        return NOT_FOUND
    if first > today:
        return NOT_FOUND
    start = max((day for day in table if day <= str(first)), default=str(first))
    days = {day: rates_of(table[day], base, symbols, amount) for day in sorted(table) if start <= day <= str(last)}
    days = {day: rates for day, rates in days.items() if rates}
    if not days:
        return NOT_FOUND
    dates = list(days)
    rates = json_object((day, json_object(rates.items())) for day, rates in days.items())
    return 200, json_object(
        head + [("start_date", f'"{dates[0]}"'), ("end_date", f'"{dates[-1]}"'), ("rates", rates)])


def fnv1a(text):
    """FNV-1a, 64 bits (Fowler, Noll, Vo)."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


QUESTIONS = """
/v1
/v1/latest
/v1/current
/v1/latest/
/v1/currencies
/v1/latest?symbols=USD
/v1/latest?to=USD,GBP
/v1/latest?base=USD
/v1/latest?from=KRW
/v1/latest?from=IDR
/v1/latest?base=usd&symbols=krw,jpy
/v1/latest?from=USD&base=GBP&symbols=EUR
/v1/latest?base=GBP&from=USD&symbols=EUR
/v1/latest?symbols=GBP&to=USD
/v1/latest?to=USD&symbols=GBP
/v1/latest?from=gbp&to=Eur
/v1/latest?from=GBP&symbols=EUR
/v1/latest?base=GBP&to=EUR
/v1/latest?from=EUR&to=EUR
/v1/latest?from=USD&to=USD
/v1/latest?base=usd&symbols=USD
/v1/latest?base=EUR&symbols=EUR
/v1/latest?base=EUR&symbols=EUR,
/v1/latest?to=EUR
/v1/latest?symbols=EUR,USD
/v1/latest?base=USD&symbols=USD,EUR
/v1/latest?base=USD&symbols=USD,USD
/v1/latest?symbols=XXX
/v1/latest?symbols=XXX,USD
/v1/latest?symbols=US,USD,DOLLAR
/v1/latest?symbols=USD,,GBP
/v1/latest?symbols=USD,%20GBP
/v1/latest?symbols=USD,USD
/v1/latest?symbols=
/v1/latest?symbols=,
/v1/latest?base=USD&symbols=
/v1/latest?base=
/v1/latest?base=UAH
/v1/latest?base=XXX
/v1/latest?base=EURO
/v1/latest?base=EU
/v1/latest?from=&base=USD
/v1/latest?base=USD?callback=?
/v1/latest?base=BGN
/v1/latest?symbols=BGN
/v1/latest?symbols=CYP,DEM,USD
/v1/latest?colour=red
/v1/latest?symbols=USD&access_key=1&format=1
/v1/latest?symbols=GBP&symbols=USD
/v1/latest?amount=1
/v1/latest?amount=1.00&symbols=USD
/v1/latest?amount=10
/v1/latest?amount=10&symbols=USD,IDR
/v1/latest?amount=0.5&symbols=USD
/v1/latest?amount=10.50&symbols=USD
/v1/latest?amount=.5&symbols=USD
/v1/latest?amount=5.&symbols=USD
/v1/latest?amount=007&symbols=USD
/v1/latest?amount=1e3&symbols=USD
/v1/latest?amount=1.5E-2&symbols=USD
/v1/latest?amount=%2B3&symbols=USD
/v1/latest?amount=%203&symbols=USD
/v1/latest?amount=0.00001&symbols=USD
/v1/latest?amount=0.0001&symbols=USD
/v1/latest?amount=0.00009&symbols=USD
/v1/latest?amount=0.000000001&symbols=USD
/v1/latest?amount=1000000000000000&symbols=IDR,GBP
/v1/latest?amount=123456.789&from=KRW&to=USD,IDR
/v1/latest?amount=100&from=GBP&to=USD
/v1/latest?amount=100&from=USD&to=EUR
/v1/latest?amount=0
/v1/latest?amount=0.0
/v1/latest?amount=-1
/v1/latest?amount=
/v1/latest?amount=abc
/v1/latest?amount=10abc
/v1/latest?amount=NaN
/v1/latest?amount=Infinity
/v1/latest?amount=1e999
/v1/latest?amount=1e16
/v1/latest?amount=0x10
/v1/latest?amount=1,000
/v1/latest?amount=1.2.3
/v1/latest?amount=e5
/v1/latest?amount=.
/v1/latest?amount=0&from=USD&to=EUR
/v1/latest?amount=0&from=USD&to=USD
/v1/2026-10-30
/v1/2026-10-29?base=USD
/v1/1999-01-04
/v1/1999-01-04?base=USD&symbols=EUR
/v1/1999-01-04?base=TRL
/v1/1999-01-05?symbols=TRL,ROL,KRW
/v1/2004-12-31?symbols=TRL,TRY
/v1/2005-01-03?symbols=TRL,TRY
/v1/2005-01-03?base=TRY&symbols=USD,TRL
/v1/2012-11-20
/v1/2012-11-20?base=EUR&symbols=USD
/v1/2024-01-06?symbols=USD
/v1/2024-01-07?symbols=USD
/v1/2024-01-08?symbols=USD
/v1/2010-01-01?symbols=USD
/v1/2024-12-25?symbols=USD
/v1/2024-12-26?base=USD&symbols=KRW
/v1/2023-04-07?symbols=USD
/v1/2023-04-10?symbols=USD
/v1/2024-02-29?symbols=USD
/v1/1999-01-03
/v1/1999-01-01
/v1/1998-12-31
/v1/1900-01-01
/v1/1899-12-31
/v1/1600-02-29
/v1/0001-01-01
/v1/2026-10-31?symbols=USD
/v1/2026-11-13?symbols=USD
/v1/2026-11-14?symbols=USD
/v1/2030-01-01
/v1/9998-12-31
/v1/9999-12-31
/v1/2010-31-01
/v1/2010-02-30
/v1/2023-02-29
/v1/2024-00-10
/v1/2024-10-00
/v1/2024-04-31
/v1/0000-00-00
/v1/9999-99-99
/v1/2010-31-01?amount=0
/v1/2010-31-01?from=USD&to=USD
/v1/2024-1-02
/v1/2024-01-2
/v1/24-01-02
/v1/20240102
/v1/2024-01-02T00:00:00Z
/v1/2024/01/02
/v1/-2024-01-02
/v1/2024-01-02x
/v1/yesterday
/v1/LATEST
/v1/latest/USD
/v1/currencies/USD
/v1/openapi.json
/v1/2009-06-01?symbols=ISK
/v1/2008-12-09?symbols=ISK
/v1/2008-12-23?symbols=ISK
/v1/2008-12-24?symbols=ISK
/v1/2008-12-23?symbols=ISK,USD
/v1/2009-06-01?symbols=ISK,USD
/v1/2009-06-01?base=ISK
/v1/2018-02-01?base=ISK&symbols=USD
/v1/2026-01-14?symbols=BGN
/v1/2026-01-15?symbols=BGN
/v1/2026-01-05?base=BGN&symbols=EUR,USD
/v1/2022-03-15?symbols=RUB
/v1/2022-03-16?symbols=RUB
/v1/2024-01-02..2024-01-05?symbols=USD
/v1/2024-01-02..2024-01-05
/v1/2024-01-02..2024-01-05?base=USD&symbols=KRW,EUR
/v1/2024-01-02..2024-01-05?amount=10&symbols=USD
/v1/2024-01-02..2024-01-05?from=IDR&to=USD,JPY&amount=1000
/v1/2024-01-06..2024-01-09?symbols=USD
/v1/2024-01-06..2024-01-07?symbols=USD
/v1/2024-01-07..2024-01-07?symbols=USD
/v1/2024-01-08..2024-01-08?symbols=USD
/v1/2023-12-23..2023-12-31?symbols=USD
/v1/2024-01-05..2024-01-02?symbols=USD
/v1/2024-01-06..2024-01-05?symbols=USD
/v1/2024-01-07..2024-01-04?symbols=USD
/v1/1990-01-01..1999-01-06?symbols=USD
/v1/0001-01-01..1999-01-05?symbols=USD
/v1/1990-01-01..1998-12-31
/v1/2026-10-28..?symbols=USD
/v1/2026-10-30..?symbols=USD
/v1/2026-10-24..?base=GBP&symbols=USD
/v1/2026-10-31..
/v1/2026-10-31..2026-11-30
/v1/2030-01-01..2030-12-31
/v1/2030-01-01..2020-01-01
/v1/2026-10-28..2026-11-30?symbols=USD
/v1/2026-10-29..9999-12-31?symbols=USD
/v1/2010-31-01..2011-01-01
/v1/2010-01-01..2010-02-30
/v1/2010-31-01..
/v1/2024-01-02..2024-01-05?from=USD&to=USD
/v1/2024-01-02..2024-01-05?amount=0
/v1/2024-01-02..2024-01-05?symbols=XXX
/v1/2024-01-02..2024-01-05?base=UAH
/v1/2024-01-02.2024-01-05
/v1/2024-01-02...2024-01-05
/v1/2024-01-02..2024-01-05..
/v1/..2024-01-05
/v1/..
/v1/2024-01-02..latest
/v1/2024-01-02..%202024-01-05
/v1/2008-12-01..2018-02-05?symbols=ISK
/v1/2008-12-04..2018-02-05?base=ISK&symbols=EUR
/v1/2009-01-01..2017-12-31?symbols=ISK
/v1/2004-12-29..2005-01-05?symbols=TRL,TRY
/v1/2025-12-29..2026-01-06?base=BGN&symbols=USD
/v1/2025-12-29..2026-01-06?symbols=BGN
/v1/2026-01-01..2026-01-06?symbols=BGN
""".split()

# What is too long for a table of lines: length, and FNV-1a of the body and a line feed.
LONG = """
/v1/1999-01-04..
/v1/1999-01-04..?base=USD
/v1/1999-01-04..?symbols=USD
/v1/2000-01-01..2000-12-31
/v1/2015-01-01..2026-10-30?base=KRW&amount=1000
/v1/1999-01-01..2008-12-31?base=CYP
""".split()

# When nothing was published for three weeks.
LATE = """
/v1/latest
/v1/current?base=USD&symbols=KRW
/v1/latest?base=XXX
/v1/latest?symbols=BGN
/v1/currencies
/v1/2026-10-28..?symbols=USD
/v1/2026-11-20..?symbols=USD
/v1/2026-11-21..?symbols=USD
/v1/2026-11-22..?symbols=USD
/v1/2026-11-22..2026-11-30
/v1/2026-11-20..2026-11-30?symbols=USD
/v1/2026-11-13?symbols=USD
/v1/2026-11-14?symbols=USD
/v1/2026-11-21?symbols=USD
""".split()

# A sheet whose prices stand at the edges of the bands, and where ties fall.
EDGES = {
    "2026-10-30": {
        "EUR": "1", "USD": "2", "KRW": "5000", "JPY": "80", "GBP": "20", "CHF": "1", "NOK": "0.0001",
        "HUF": "5000.0001", "IDR": "5000.5", "ISK": "80.0001", "CZK": "20.00001", "PLN": "1.000001",
        "DKK": "0.00010001", "SEK": "4999.995", "INR": "4999.994999", "MXN": "79.9995", "PHP": "19.99995",
        "THB": "0.999995", "ZAR": "0.0000995", "AUD": "0.0000005", "CAD": "0.00000049", "HKD": "80.005",
        "NZD": "20.0005", "SGD": "1.00005", "CNY": "0.000105", "BRL": "10000", "TRY": "160.00000000001", "RON": "3",
        "MYR": "123456.789012345678",
    },
}
EDGE_QUESTIONS = """
/v1/latest
/v1/latest?amount=2
/v1/latest?base=CHF
/v1/latest?base=USD
/v1/latest?base=USD&amount=2
/v1/latest?base=CHF&amount=1.0
/v1/latest?base=CHF&amount=0.1
/v1/latest?base=CHF&amount=10
/v1/latest?base=RON
/v1/latest?base=NOK
/v1/latest?base=AUD
/v1/latest?base=CAD
/v1/latest?base=IDR
/v1/latest?base=HKD
/v1/latest?base=USD&amount=0.000000001
/v1/latest?base=MYR&amount=0.3
/v1/latest?base=BRL&amount=0.000000001
/v1/latest?base=NOK&amount=1000000000000000
/v1/2026-10-30..2026-10-30?base=USD&symbols=BRL,TRY
/v1/latest?base=MYR&amount=123456.7890123456789012345678&symbols=USD,KRW,GBP,SEK,EUR
/v1/latest?base=MYR&amount=123456789.0123456780000000000000000&symbols=EUR,USD,JPY,NOK,BRL
/v1/latest?symbols=MYR
""".split()


def line(table, question, today=TODAY):
    status, body = answer(table, question, today)
    return f"{question} | {status} | {body}\n"


def main():
    table = ecb.read()
    note = "# Made by Tests/Oracles/history/frankfurter.py. Do not edit.\n"
    (FIXTURES / "frankfurter.txt").write_text(note + "".join(line(table, question) for question in QUESTIONS))
    (FIXTURES / "late.txt").write_text(note + "".join(line(table, question, WEEKS_LATER) for question in LATE))
    (FIXTURES / "edges.txt").write_text(
        note + "# " + " ".join(f"{code}={text}" for code, text in EDGES[TODAY].items() if code != "EUR") + "\n"
        + "".join(line(EDGES, question) for question in EDGE_QUESTIONS))
    bodies = [(question, answer(table, question)[1]) for question in LONG]
    (FIXTURES / "long.txt").write_text(
        note + "".join(f"{question} | {len(body)} | {fnv1a(body + chr(10)):016x}\n" for question, body in bodies))
    print(len(QUESTIONS), "questions,", len(LATE), "weeks later,", len(EDGE_QUESTIONS), "at the edges,", len(LONG), "long")


main()
