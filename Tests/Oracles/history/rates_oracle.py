#!/usr/bin/env python3
"""Computes the rates and changes that the tests of the history service expect, with exact fractions, rounded half up
by integers. Needs nothing but Python.

    python3 Tests/Oracles/history/rates_oracle.py
"""
import datetime
import random
from fractions import Fraction

import ecb

PAIRS = [
    ("USD", "KRW"), ("JPY", "KRW"), ("EUR", "KRW"), ("KRW", "EUR"), ("IDR", "USD"), ("USD", "IDR"), ("TRY", "JPY"),
    ("ISK", "SEK"), ("BGN", "DKK"),
]
DIGITS = [4, 10, 12]
LONGEST_SILENCE = 31


def rounded(value, digits):
    """At so many significant digits, ties away from zero, in plain notation without trailing zeros."""
    if value == 0:
        return "0"
    sign, value = ("-" if value < 0 else ""), abs(value)
    exponent = 0
    while value >= Fraction(10) ** (exponent + 1):
        exponent += 1
    while value < Fraction(10) ** exponent:
        exponent -= 1
    scale = Fraction(10) ** (exponent - digits + 1)
    number = (value / scale + Fraction(1, 2)).__floor__() * scale
    places = max(0, digits - 1 - exponent)
    whole, part = divmod(number.numerator * 10**places // number.denominator, 10**places)
    return sign + (f"{whole}.{part:0{places}d}".rstrip("0").rstrip(".") if places else str(whole))


def points(table, target, base, digits):
    """Day, rate, change and change in percent, as texts; after more than 31 days without a rate there is no change."""
    previous, last = None, None
    for day in sorted(table):
        quotes = table[day]
        if target not in quotes or base not in quotes:
            continue
        rate = Fraction(quotes[base]) / Fraction(quotes[target])
        date = datetime.date.fromisoformat(day)
        if last is not None and (date - last).days > LONGEST_SILENCE:
            yield day, rounded(rate, digits), "null", "null"
        else:
            change = Fraction(0) if previous is None else rate - previous
            percent = Fraction(0) if previous is None else change / previous * 100
            yield day, rounded(rate, digits), rounded(change, digits), rounded(percent, digits)
        previous, last = rate, date


def fnv1a(text):
    """FNV-1a, 64 bits (Fowler, Noll, Vo)."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


def digest(table, target, base, digits):
    lines = [" ".join(point) for point in points(table, target, base, digits)]
    value = fnv1a("".join(line + "\n" for line in lines))
    return f"""\
        RateDigest(
            target: "{target}", base: "{base}", digits: {digits}, count: {len(lines)}, digest: 0x{value:019_X},
            middle: "{lines[len(lines) // 2]}"),
"""


def answer(table, target, base, first, digits):
    """The `results` of an answer, as JSON."""
    objects = [
        f'{{"date":"{day}","rate":{rate},"change":{change},"change_percent":{percent},"volume":1}}'
        for day, rate, change, percent in points(table, target, base, digits) if day >= first
    ]
    return "[" + ",".join(objects) + "]"


def value_in_pivot(figure):
    coefficient, exponent, unit, direction = figure
    price = Fraction(coefficient) * Fraction(10) ** exponent
    return price / unit if direction == "inPivot" else unit / price


def figure(chance, direction, most_digits):
    """A price from 10^-12 to 10^15 of at most so many digits."""
    digits = chance.randint(1, most_digits)
    coefficient = chance.randint(10 ** (digits - 1), 10**digits - 1)
    exponent = chance.randint(-12, 14) - digits + 1
    return coefficient, exponent, chance.choice([1, 100]), direction


def near(chance, published):
    """The same figure, a little moved."""
    coefficient, exponent, unit, direction = published
    moved = coefficient + chance.randint(-coefficient // 50, coefficient // 50)
    return min(max(1, moved), 10**18 - 1), exponent, unit, direction


def cross(chance, ways, most_digits, digits):
    target, base = (figure(chance, way, most_digits) for way in ways)
    earlier_target, earlier_base = near(chance, target), near(chance, base)
    rate = value_in_pivot(target) / value_in_pivot(base)
    earlier = value_in_pivot(earlier_target) / value_in_pivot(earlier_base)
    swift = lambda one: f"({one[0]:_}, {one[1]}, {one[2]}, .{one[3]})"
    return f"""\
        CrossOracle(
            target: {swift(target)}, base: {swift(base)},
            earlierTarget: {swift(earlier_target)}, earlierBase: {swift(earlier_base)},
            digits: {digits}, rate: "{rounded(rate, digits)}",
            change: "{rounded(rate - earlier, digits)}",
            changePercent: "{rounded((rate - earlier) / earlier * 100, digits)}"),
"""


def main():
    table = ecb.read()
    how = "with exact fractions"
    digests = "".join(digest(table, *pair, digits) for pair in PAIRS for digits in DIGITS)
    ecb.write(
        "RateDigest+Cases.swift", "rates_oracle.py", f"from the shipped ECB file, {how}",
        f"extension RateDigest {{\n    static let cases: [RateDigest] = [\n{digests}    ]\n}}\n")
    results = {
        "dollarInWonOneWeek": answer(table, "USD", "KRW", "2026-10-23", 10),
        "yenInWonFourDigits": answer(table, "JPY", "KRW", "2026-10-23", 4),
        "dollarInWonFirstWeek": answer({day: table[day] for day in sorted(table)[:5]}, "USD", "KRW", "", 11),
    }
    texts = "".join(
        f'    static let {name} = #"""\n        ' + text.replace("},{", "},\\#\n        {") + '\n        """#\n'
        for name, text in results.items())
    ecb.write(
        "GoldenResults.swift", "rates_oracle.py", f"from the shipped ECB file, {how}",
        f"/// The `results` of some answers.\nenum GoldenResults {{\n{texts}}}\n")
    chance = random.Random(20261030)
    ways = [(one, other) for one in ("perPivot", "inPivot") for other in ("perPivot", "inPivot")]
    crosses = "".join(
        cross(chance, pair, most, digits)
        for pair in ways for most in (6, 12, 18) for digits in (1, 4, 10, 12, 17))
    ecb.write(
        "CrossOracle+Cases.swift", "rates_oracle.py", how,
        f"import SharedDomain\n\nextension CrossOracle {{\n    static let cases: [CrossOracle] = [\n{crosses}    ]\n}}\n")


if __name__ == "__main__":
    main()
