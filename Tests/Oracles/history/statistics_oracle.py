#!/usr/bin/env python3
"""Computes the statistics that the tests of the history service expect, with pandas and numpy (binary64).

    python3 -m venv /tmp/oracle && /tmp/oracle/bin/pip install pandas numpy
    /tmp/oracle/bin/python Tests/Oracles/history/statistics_oracle.py
"""
import numpy as np
import pandas as pd

import ecb

AS_OF = pd.Timestamp("2026-10-30")

PERIODS = {
    "1w": pd.DateOffset(days=7),
    "2w": pd.DateOffset(days=14),
    "1m": pd.DateOffset(months=1),
    "3m": pd.DateOffset(months=3),
    "6m": pd.DateOffset(months=6),
    "1y": pd.DateOffset(months=12),
    "2y": pd.DateOffset(months=24),
    "3y": pd.DateOffset(months=36),
    "5y": pd.DateOffset(months=60),
    "10y": pd.DateOffset(months=120),
    "max": None,
}

WINDOWS = [("USD", "KRW", period) for period in PERIODS] + [
    ("JPY", "KRW", "1m"),
    ("JPY", "KRW", "1y"),
    ("JPY", "KRW", "max"),
    ("EUR", "KRW", "3m"),
    ("EUR", "KRW", "max"),
    ("KRW", "EUR", "1y"),
    ("KRW", "USD", "5y"),
    ("USD", "EUR", "2y"),
    ("EUR", "USD", "max"),
    ("GBP", "JPY", "10y"),
    ("CNY", "KRW", "3y"),
    ("TRY", "USD", "max"),
    ("IDR", "KRW", "6m"),
    ("IDR", "USD", "max"),
    ("USD", "IDR", "1w"),
    ("CHF", "SEK", "max"),
    ("HKD", "KRW", "1y"),
    ("BGN", "EUR", "max"),
    ("DKK", "EUR", "1w"),
    # Iceland's krona was not quoted from 2008-12-10 to 2018-01-31.
    ("ISK", "KRW", "max"),
    ("ISK", "EUR", "2008-12-01..2018-02-28"),
    ("ISK", "USD", "2008-12-09..2018-02-02"),
    ("ISK", "KRW", "2008-12-10..2018-02-01"),
    ("ISK", "KRW", "2008-12-10..2018-01-31"),
    # The rouble was quoted until 2022-03-01.
    ("RUB", "KRW", "1y"),
    ("RUB", "KRW", "2022-01-01..2022-12-31"),
    ("RUB", "USD", "max"),
    # Four points are too few for a trend, five are enough.
    ("USD", "KRW", "2026-10-26..2026-10-29"),
    ("USD", "KRW", "2026-10-26..2026-10-30"),
    ("JPY", "KRW", "2026-10-26..2026-10-28"),
    ("JPY", "KRW", "2026-10-26..2026-10-27"),
    ("JPY", "KRW", "2026-10-24..2026-10-26"),
    ("USD", "KRW", "2008-09-01..2009-03-31"),
    ("USD", "KRW", "1997-01-01..1999-01-31"),
    ("ROL", "EUR", "max"),
    ("TRL", "USD", "max"),
]


def frame(table):
    data = {day: {code: float(text) for code, text in quotes.items()} for day, quotes in table.items()}
    result = pd.DataFrame.from_dict(data, orient="index")
    result.index = pd.to_datetime(result.index)
    return result.sort_index()


def window_of(series, window):
    if ".." in window:
        first, last = window.split("..")
        return series.loc[first:last]
    offset = PERIODS[window]
    return series if offset is None else series.loc[AS_OF - offset : AS_OF]


def number(value):
    return "nil" if value is None or not np.isfinite(value) else repr(float(value))


def day(stamp):
    return "nil" if stamp is None else f'"{stamp.date()}"'


def correlation_of(prices, rates, target, base):
    if "USD" in (target, base):
        return None
    dollar = prices[base] / prices["USD"]
    both = pd.DataFrame({"target": rates, "dollar": dollar}).dropna().pct_change().dropna()
    moves = len(both) > 1 and (both.std() > 0).all()
    return both["target"].corr(both["dollar"]) if moves else None


def trend_of(rates):
    if len(rates) < 5:
        return None, "insufficient_data"
    days = (rates.index - rates.index[0]).days.to_numpy(dtype=float)
    line = np.polynomial.Polynomial.fit(days, rates.to_numpy(), 1).convert()
    slope = line.coef[1] / rates.mean() * 100
    return slope, "stable" if abs(slope) <= 0.02 else "upward" if slope > 0 else "downward"


def case(prices, target, base, window):
    rates = window_of((prices[base] / prices[target]).dropna(), window)
    held = not rates.empty
    slope, direction = trend_of(rates)
    volatility = rates.pct_change().dropna().std(ddof=1) * 100
    first, last, lowest, highest = (
        (rates.index[0], rates.index[-1], rates.idxmin(), rates.idxmax()) if held else [None] * 4)
    return f"""\
        StatisticsOracle(
            target: "{target}", base: "{base}", window: "{window}", count: {len(rates)},
            first: {day(first)}, last: {day(last)}, average: {number(rates.mean())},
            minimum: {number(rates.min())}, minimumDay: {day(lowest)},
            maximum: {number(rates.max())}, maximumDay: {day(highest)},
            volatility: {number(volatility)}, slope: {number(slope)}, direction: "{direction}",
            correlation: {number(correlation_of(prices, rates, target, base))}),
"""


def main():
    prices = frame(ecb.read())
    cases = "".join(case(prices, *window) for window in WINDOWS)
    ecb.write(
        "StatisticsOracle+Cases.swift", "statistics_oracle.py",
        f"from the shipped ECB file, with pandas {pd.__version__} and numpy {np.__version__}",
        f"extension StatisticsOracle {{\n    static let cases: [StatisticsOracle] = [\n{cases}    ]\n}}\n")


main()
