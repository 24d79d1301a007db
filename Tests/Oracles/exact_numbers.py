#!/usr/bin/env python3
"""Writes the expected values of the exact-number tests, with Python's own decimal and integer arithmetic.

    python3 Tests/Oracles/exact_numbers.py

Rounding: decimal.Context.divide is rounded once, correctly; at digits after the point the quotient is taken to 200
digits with ROUND_05UP, which is made for rounding a second time. Doubles: float(text) and int / int are correctly
rounded in CPython.
"""
import decimal
import pathlib
import random
import struct

FIXTURES = pathlib.Path(__file__).parent.parent / "SharedDomainTests" / "Fixtures"
MODES = {
    "half_up": decimal.ROUND_HALF_UP,
    "half_even": decimal.ROUND_HALF_EVEN,
    "down": decimal.ROUND_DOWN,
}
LONG = decimal.Context(prec=200, rounding=decimal.ROUND_05UP, Emin=-9999, Emax=9999)


def plain(value, strip):
    if value.is_zero():
        value = abs(value)
    if strip:
        value = LONG.normalize(value)
    return format(value, "f")


def quotient(numerator, denominator, kind, digits, mode):
    n, d = decimal.Decimal(numerator), decimal.Decimal(denominator)
    if kind == "s":
        context = decimal.Context(prec=digits, rounding=MODES[mode], Emin=-9999, Emax=9999)
        return plain(context.divide(n, d), strip=True)
    unit = decimal.Decimal(1).scaleb(-digits)
    context = decimal.Context(prec=200, rounding=MODES[mode], Emin=-9999, Emax=9999)
    return plain(LONG.divide(n, d).quantize(unit, context=context), strip=False)


def a_decimal(random_source, most_digits, most_fraction, signed=True):
    digits = random_source.randint(1, most_digits)
    coefficient = random_source.randint(1, 10**digits - 1)
    fraction = random_source.randint(0, min(most_fraction, digits + 3))
    sign = "-" if signed and random_source.random() < 0.3 else ""
    return sign + format(decimal.Decimal(coefficient).scaleb(-fraction), "f")


def rounding_cases():
    source = random.Random(4217)
    seen = []
    fixed = [
        # Ties, carries, nothing to cut, and values on either side of a tie.
        ("2.5", "1", "f", 0), ("3.5", "1", "f", 0), ("-2.5", "1", "f", 0), ("0.5", "1", "f", 0), ("-0.5", "1", "f", 0),
        ("1.005", "1", "f", 2), ("1.015", "1", "f", 2), ("2.499999999999999999999999999999999", "1", "f", 0),
        ("2.500000000000000000000000000000001", "1", "f", 0), ("9.995", "1", "f", 2), ("0.004", "1", "f", 2),
        ("-0.004", "1", "f", 2), ("0", "7", "f", 3), ("0", "7", "s", 10), ("9999999999.5", "1", "s", 10),
        ("9.9999999995", "1", "s", 10), ("0.00099995", "1", "s", 4), ("12345", "10", "s", 4), ("12355", "10", "s", 4),
        ("1", "3", "s", 34), ("2", "3", "s", 34), ("9999999999999999999999999999999999", "1", "s", 33),
        ("9999999999999999999999999999999999", "1", "s", 34), ("1", "8", "f", 2), ("3", "8", "f", 2), ("-3", "8", "f", 2),
        ("1", "8", "s", 2), ("100000", "1", "s", 4), ("1", "1000000000000000000000000000000000", "s", 12),
        ("1491.76", "1.1172", "s", 10), ("1491.76", "175.68", "s", 10), ("1491.76", "1", "s", 10),
    ]
    for numerator, denominator, kind, digits in fixed:
        for mode in MODES:
            seen.append((numerator, denominator, kind, digits, mode))
    while len(seen) < 420:
        kind = source.choice("sf")
        digits = source.choice([1, 2, 4, 7, 10, 12, 20, 34]) if kind == "s" else source.choice([0, 0, 2, 2, 3, 6, 10])
        numerator = a_decimal(source, 16, 8)
        if source.random() < 0.4:
            # A power of two or ten below makes exact ties likely.
            denominator = str(source.choice([2, 4, 8, 16, 32, 64, 10, 20, 40, 80, 100]))
        else:
            denominator = a_decimal(source, 12, 8)
        seen.append((numerator, denominator, kind, digits, source.choice(list(MODES))))
    for case in seen:
        yield "|".join([*map(str, case), quotient(*case)])


def bits(value):
    return struct.pack(">d", value).hex()


def decimal_double_cases():
    source = random.Random(754)
    fixed = [
        (0, 0), (1, 0), (-1, 0), (1, -1), (3, -1), (2**53, 0), (2**53 + 1, 0), (2**53 + 3, 0), (-(2**53) - 1, 0),
        (2**53 - 1, 22), (2**53, 22), (2**53 - 1, -22), (9007199254740993, -1), (1, 22), (1, 23), (1, -22), (1, -23),
        (10**34 - 1, 64), (10**34 - 1, -64), (1, -64), (1, 64), (11172, -4), (149176, -2), (17568, -2),
        # Half way between two neighbours, and a little to either side of it.
        (90071992547409925, -1), (900719925474099250000000000000001, -17), (900719925474099249999999999999999, -17),
        (1000000000000000111022302462515654, -33), (1000000000000000111022302462515655, -33),
    ]
    for coefficient, exponent in fixed:
        yield f"{coefficient}|{exponent}|{bits(float(f'{coefficient}e{exponent}'))}"
    for _ in range(270):
        digits = source.randint(1, 34)
        coefficient = source.choice([1, -1]) * source.randint(1, 10**digits - 1)
        exponent = source.randint(-64, 64)
        yield f"{coefficient}|{exponent}|{bits(float(f'{coefficient}e{exponent}'))}"


def ratio_double_cases():
    source = random.Random(1985)
    fixed = [
        (1, 3), (2, 3), (10, 3), (2**54 + 1, 2), (2**55 + 2, 4), (2**55 + 6, 4), (2**200, 3), (1, 2**1074), (1, 2**1075),
        (3, 2**1075), (3, 2**1076), (2**53 - 1, 2**1074), (2**54 - 1, 2**1075), (2**1024 - 2**971, 1), (10**308, 7),
        (1, 10**308), (7, 10**320), (5, 10**324),
    ]
    for numerator, denominator in fixed:
        yield f"{numerator}|{denominator}|{bits(numerator / denominator)}"
    for _ in range(200):
        numerator = source.getrandbits(source.randint(1, 300)) + 1
        denominator = source.getrandbits(source.randint(1, 300)) + 1
        yield f"{numerator}|{denominator}|{bits(numerator / denominator)}"


def write(name, comment, lines):
    body = "\n".join("        " + line for line in lines)
    text = f'/// {comment}\n///\n/// Written by `Tests/Oracles/exact_numbers.py`.\nenum {name} {{\n'
    text += f'    static let lines = """\n{body}\n        """\n}}\n'
    (FIXTURES / f"{name}.swift").write_text(text)


write("RoundingVectors", "`numerator|denominator|s or f|digits|mode|result`, by Python's decimal.", rounding_cases())
write("DecimalDoubleVectors", "`coefficient|exponent|bits of the nearest double`, by CPython.", decimal_double_cases())
write("RatioDoubleVectors", "`numerator|denominator|bits of the nearest double`, by CPython.", ratio_double_cases())
