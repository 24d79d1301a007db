#!/usr/bin/env python3
"""Writes what bars of random figures are, by exact fractions: bars.txt, beside this.

Each line: unit; figures as digits and exponent; open, high, low, close, average and average of the inverses, of one
unit, canonical; separated by spaces. Averages have 18 digits, a tie to the even neighbour.
"""
import random
import sys
from fractions import Fraction

DIGITS = 18


def canonical(coefficient, exponent):
    while coefficient % 10 == 0:
        coefficient, exponent = coefficient // 10, exponent + 1
    return f"{coefficient}e{exponent}"


def exact(value):
    """A fraction whose denominator is a power of ten, canonical."""
    exponent = 0
    while value.denominator != 1:
        value, exponent = value * 10, exponent - 1
    return canonical(value.numerator, exponent)


def rounded(value):
    exponent = 0
    while value >= 10**DIGITS:
        value, exponent = value / 10, exponent + 1
    while value < 10 ** (DIGITS - 1):
        value, exponent = value * 10, exponent - 1
    # round() of a Fraction takes a tie to the even neighbour.
    return canonical(round(value), exponent)


def line(unit, figures):
    values = [Fraction(coefficient) * Fraction(10) ** exponent / unit for coefficient, exponent in figures]
    mean = sum(values) / len(values)
    inverse = sum(1 / value for value in values) / len(values)
    texts = ",".join(f"{coefficient}e{exponent}" for coefficient, exponent in figures)
    shown = [exact(v) for v in (values[0], max(values), min(values), values[-1])]
    return " ".join([str(unit), texts, *shown, rounded(mean), rounded(inverse)])


def main():
    random.seed(20261030)
    lines = [
        # Ties at the nineteenth digit: to the even neighbour, down and up.
        line(1, [(100000000000000000, -17), (100000000000000001, -17)]),
        line(1, [(100000000000000001, -17), (100000000000000002, -17)]),
    ]
    for _ in range(60):
        unit = random.choice([1, 1, 100])
        digits = random.choice([1, 3, 6, 10, 18])
        exponent = random.randint(-12, 0)
        figures = []
        for _ in range(random.randint(1, 12)):
            coefficient = random.randint(10 ** (digits - 1), 10**digits - 1)
            figures.append((coefficient, exponent + random.choice([0, 0, 0, -1])))
        lines.append(line(unit, figures))
    print("\n".join(lines))


if __name__ == "__main__":
    sys.exit(main())
