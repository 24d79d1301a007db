#!/usr/bin/env python3
"""Lets other tools read the exports of the history service: CurrencyConverter (from PyPI), Python's XML reader, hledger,
Ledger and Beancount. Each must take what it is given, and give back what the exports say.

    other_tools.py <the ECB's own CSV> <URL of the running service's /export> <folder for files>
"""
import csv
import datetime
import os
import random
import subprocess
import sys
import urllib.request
import xml.etree.ElementTree
from decimal import Decimal
from pathlib import Path

from currency_converter import CurrencyConverter

SHIPPED, SERVICE, FOLDER = sys.argv[1], sys.argv[2], Path(sys.argv[3])
SECONDS = 30
CONVERSIONS = 2000
# KRW ÷ USD of 2026-10-30 in the ECB's file, to ten digits.
LAST_DAY, DOLLAR = "2026-10-30", Decimal("1335.266738")

OPTIONS = [
    {}, {"fallback_on_wrong_date": True}, {"fallback_on_missing_rate": True},
    {
        "fallback_on_wrong_date": True, "fallback_on_missing_rate": True,
        "fallback_on_missing_rate_method": "last_known", "decimal": True,
    },
]


def check(what, is_right, found=""):
    if not is_right:
        sys.exit(f"error: {what} {found}")
    print(f"  ok  {what}", flush=True)


def fetch(name):
    """Asks for an export and keeps it as a file."""
    path = FOLDER / name.split("?")[0]
    with urllib.request.urlopen(f"{SERVICE}/{name}", timeout=SECONDS) as answer:
        path.write_bytes(answer.read())
    return path


def run(*command):
    """What a tool writes, within its time, when it is content."""
    environment = dict(os.environ, LC_ALL="C.UTF-8", BEANCOUNT_DISABLE_LOAD_CACHE="1")
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, timeout=SECONDS, env=environment, cwd=FOLDER)
    if done.returncode != 0:
        sys.exit(f"error: {' '.join(map(str, command))} ended with {done.returncode}: {done.stderr[:2000]}")
    return done.stdout


def outcome(converter, question):
    """A conversion's result, or why there is none."""
    amount, one, other, day = question
    try:
        return converter.convert(amount, one, other, date=day)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def check_converter():
    exported = fetch("eurofxref-hist.csv")
    check("eurofxref-hist.csv is the ECB's file, byte for byte", exported.read_bytes() == Path(SHIPPED).read_bytes())
    chance = random.Random(20261030)
    first = datetime.date(1998, 12, 1)
    for options in OPTIONS:
        ours = CurrencyConverter(f"{SERVICE}/eurofxref-hist.csv", **options)
        theirs = CurrencyConverter(SHIPPED, **options)
        same = ours.bounds == theirs.bounds and ours.currencies == theirs.currencies and len(ours.currencies) == 42
        codes, results = sorted(theirs.currencies), 0
        for _ in range(CONVERSIONS):
            day = chance.choice([None, first + datetime.timedelta(days=chance.randrange(10_300))])
            question = chance.choice([1, 100, 0.01, 12345]), chance.choice(codes), chance.choice(codes), day
            mine, other = outcome(ours, question), outcome(theirs, question)
            same = same and type(mine) is type(other) and mine == other
            results += not isinstance(other, str)
        names = ", ".join(f"{name}={value}" for name, value in options.items()) or "no options"
        check(f"currencyconverter with {names}: bounds and {CONVERSIONS} conversions, {results} with a result", same)


def check_xml():
    cube = "{http://www.ecb.int/vocabulary/2002-08-01/eurofxref}Cube"
    for query, place in [("", 0), ("?date=2004-12-31", None), ("?date=1999-01-04", -1)]:
        document = xml.etree.ElementTree.parse(fetch(f"eurofxref-daily.xml{query}"))
        days = [element for element in document.iter(cube) if "time" in element.attrib]
        quotes = [(each.attrib["currency"], each.attrib["rate"]) for each in days[0]]
        with open(SHIPPED, newline="") as file:
            header, *rows = csv.reader(file)
        row = rows[place] if place is not None else next(row for row in rows if row[0] == query[-10:])
        line = [(code, text) for code, text in zip(header[1:], row[1:]) if code and text != "N/A"]
        check(
            f"eurofxref-daily.xml{query} says what the line of {row[0]} says",
            len(days) == 1 and days[0].attrib["time"] == row[0] and quotes == line)


def prices(lines, day, code, number):
    """By day and currency, from lines of fields."""
    found = {}
    for line in lines:
        fields = line.replace("KRW", " KRW ").split()
        numbers = [field for field in fields[number:] if field != "KRW"]
        found[fields[day].replace("/", "-"), fields[code]] = Decimal(numbers[0])
    return found


def check_prices(query, count):
    ledger, beancount = fetch(f"prices.ledger?{query}"), fetch(f"prices.beancount?{query}")
    lines = [line for line in ledger.read_text().splitlines() if line.startswith("P ")]
    said = prices(lines, 1, 2, 3)
    check(f"prices.ledger?{query} has {count} prices", len(lines) == len(said) == count, len(lines))
    check("the dollar of the last day is right", said[LAST_DAY, "USD"] == DOLLAR, said[LAST_DAY, "USD"])

    # Ledger tells the prices of commodities that are used.
    journal = FOLDER / "journal.ledger"
    postings = "".join(f"    Assets:Wallet    100 {code}\n" for code in sorted({code for _, code in said}))
    journal.write_text(f"include prices.ledger\n\n{LAST_DAY} Travel money\n{postings}    Equity\n")
    newest = {code: said[day, code] for day, code in sorted(said)}
    wallet = Decimal(100) * sum(newest.values())

    run("hledger", "-f", ledger, "check")
    found = prices(run("hledger", "-f", ledger, "prices").splitlines(), 1, 2, 3)
    check("hledger takes prices.ledger and gives back every price", found == said, len(found))
    total = run(
        "hledger", "-f", journal, "balance", "Assets", "--exchange", "KRW", "--end", "2026-10-31", "--no-total").split()
    check("hledger values a wallet by them", Decimal(total[0]) == wallet, total)

    found = prices(run("ledger", "-f", journal, "pricedb").splitlines(), 1, 3, 4)
    check("ledger takes prices.ledger and gives back every price", found == said, len(found))
    count = len(run("ledger", "-f", journal, "prices").splitlines())
    check("ledger lists as many prices", count == len(said), count)

    run("bean-check", beancount)
    found = prices(run("bean-report", beancount, "all_prices").splitlines(), 0, 2, 3)
    check("bean-check takes prices.beancount, and Beancount gives back every price", found == said, len(found))


check_converter()
check_xml()
check_prices("", 7467)
check_prices("symbols=USD,JPY,TRY,TRL&period=max", 21378)
