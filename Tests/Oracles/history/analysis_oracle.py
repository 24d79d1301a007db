#!/usr/bin/env python3
"""Computes every statistic and indicator that the tests of the history service expect, over windows of the shipped ECB
file: pandas, numpy and scipy for the statistics, TA-Lib for the indicators, exact fractions for what is exact.

    python3 -m venv /tmp/oracle && /tmp/oracle/bin/pip install pandas numpy scipy TA-Lib
    /tmp/oracle/bin/python Tests/Oracles/history/analysis_oracle.py

Writes analyses.jsonl and comparisons.jsonl beside itself, one case to a line.
"""
import json
import random
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas as pd
import talib
from scipy.stats import percentileofscore

import ecb

HERE = Path(__file__).parent
AS_OF = pd.Timestamp("2026-10-30")
LONGEST_SILENCE = pd.Timedelta(days=31)
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
RANDOM_WINDOWS = 220
RANDOM_COMPARISONS = 60

CHOSEN = [("USD", "KRW", period) for period in PERIODS] + [
    # Iceland's krona was not quoted from 2008-12-10 to 2018-01-31.
    ("ISK", "KRW", "max"),
    ("ISK", "EUR", "2008-12-01..2018-02-28"),
    ("ISK", "USD", "2008-12-09..2018-02-02"),
    ("ISK", "KRW", "2008-12-10..2018-02-01"),
    ("ISK", "KRW", "2008-12-10..2018-01-31"),
    ("ISK", "KRW", "2018-02-01..2018-03-30"),
    ("KRW", "ISK", "2007-01-01..2019-12-31"),
    # Windows that begin or end in that gap, 31 and 32 days before the first rate and after the last one.
    ("ISK", "KRW", "2008-12-10..2018-03-30"),
    ("ISK", "KRW", "2008-11-01..2012-06-01"),
    ("ISK", "EUR", "2018-01-01..2018-03-30"),
    ("ISK", "EUR", "2017-12-31..2018-03-30"),
    ("ISK", "EUR", "2008-11-03..2009-01-09"),
    ("ISK", "EUR", "2008-11-03..2009-01-10"),
    # Currencies that began and ended.
    ("TRY", "USD", "max"),
    ("TRY", "KRW", "2004-12-01..2005-01-31"),
    ("TRY", "USD", "2003-01-02..2005-02-01"),
    ("HRK", "USD", "2022-06-01..2023-06-01"),
    ("HRK", "ISK", "max"),
    ("TRY", "HRK", "10y"),
    ("TRL", "USD", "max"),
    ("RON", "EUR", "2005-06-01..2005-08-31"),
    ("ROL", "EUR", "max"),
    ("HRK", "KRW", "2022-11-01..2023-03-31"),
    ("HRK", "EUR", "max"),
    ("BGN", "EUR", "max"),
    ("BGN", "USD", "2025-12-01..2026-02-28"),
    ("BGN", "DKK", "2000-07-01..2000-09-30"),
    ("RUB", "KRW", "1y"),
    ("RUB", "KRW", "2022-01-01..2022-12-31"),
    ("CYP", "GBP", "2007-12-01..2008-01-31"),
    # As many points as each figure needs, and one fewer.
    ("USD", "KRW", "..1999-01-04"),
    ("USD", "KRW", "..1999-01-05"),
    ("JPY", "KRW", "..1999-01-06"),
    ("JPY", "KRW", "..1999-01-07"),
    ("USD", "KRW", "..1999-01-07"),
    ("USD", "KRW", "..1999-01-08"),
    ("USD", "KRW", "..1999-01-21"),
    ("USD", "KRW", "..1999-01-22"),
    ("USD", "KRW", "..1999-01-25"),
    ("USD", "KRW", "..1999-01-29"),
    ("USD", "KRW", "..1999-02-05"),
    ("USD", "KRW", "..1999-02-08"),
    ("USD", "KRW", "..1999-02-18"),
    ("USD", "KRW", "..1999-02-19"),
    ("USD", "KRW", "..1999-03-12"),
    ("USD", "KRW", "..1999-03-15"),
    ("USD", "KRW", "2026-10-26..2026-10-29"),
    ("USD", "KRW", "2026-10-26..2026-10-30"),
    ("JPY", "KRW", "2026-10-24..2026-10-26"),
    ("JPY", "KRW", "2026-10-24..2026-10-25"),
    ("USD", "KRW", "1997-01-01..1999-01-31"),
    ("DKK", "EUR", "1w"),
    ("IDR", "USD", "max"),
    ("USD", "IDR", "1w"),
]
CHOSEN_COMPARISONS = [
    (["USD", "JPY", "EUR"], "KRW", "1y"),
    (["USD", "JPY", "EUR", "GBP", "CNY", "AUD", "CAD", "CHF", "THB", "SGD"], "KRW", "5y"),
    (["ISK", "SEK", "NOK"], "EUR", "2008-11-01..2018-03-31"),
    (["ISK", "RUB"], "KRW", "max"),
    (["TRY", "TRL", "RON", "ROL"], "USD", "max"),
    (["HRK", "BGN", "RUB"], "KRW", "2y"),
    (["BGN", "DKK"], "EUR", "2010-01-01..2020-12-31"),
    (["ISK", "JPY", "USD"], "KRW", "2008-12-10..2018-02-01"),
    (["ISK", "USD", "JPY"], "KRW", "2008-11-01..2012-06-01"),
    (["HRK", "USD"], "KRW", "2022-06-01..2023-06-01"),
    (["TRY", "USD"], "KRW", "2003-01-02..2005-02-01"),
    # In the kuna or the new lira all there is begins and ends with that.
    (["USD", "JPY", "SKK"], "HRK", "max"),
    (["USD", "BGN"], "TRY", "max"),
    (["CYP", "MTL", "SIT"], "KRW", "max"),
    (["USD", "JPY"], "KRW", "2026-10-30..2026-10-30"),
    (["USD", "JPY"], "KRW", "2026-10-29..2026-10-30"),
    (["USD", "JPY"], "KRW", "2026-10-28..2026-10-30"),
    (["USD", "JPY"], "KRW", "2026-10-27..2026-10-30"),
]


def frame(table):
    data = {day: {code: float(text) for code, text in quotes.items()} for day, quotes in table.items()}
    result = pd.DataFrame.from_dict(data, orient="index")
    result.index = pd.to_datetime(result.index)
    return result.sort_index()


def end_of(window):
    return pd.Timestamp(window.split("..")[1]) if ".." in window else AS_OF


def window_of(series, window):
    if ".." in window:
        first, last = window.split("..")
        return series.loc[first or None : last or None]
    offset = PERIODS[window]
    return series if offset is None else series.loc[AS_OF - offset : AS_OF]


def runs_of(series):
    """The number of the run of each point: a longer silence than allowed begins a new one."""
    return (series.index.to_series().diff() > LONGEST_SILENCE).cumsum()


def days_of(rates, window):
    """What the rates of a window have to cover: its days up to the newest one held, or of max all there is of them."""
    if window == "max" or rates.empty:
        return (rates.index[0], rates.index[-1]) if len(rates) else None
    if ".." not in window:
        return AS_OF - PERIODS[window], AS_OF
    first, last = window.split("..")
    return pd.Timestamp(first) if first else rates.index[0], min(pd.Timestamp(last) if last else AS_OF, AS_OF)


def is_whole(rates, days):
    """Whether a change over the whole says something: there are two rates, and no longer silence than allowed anywhere
    in those days, their two ends included."""
    if len(rates) < 2:
        return False
    return pd.Series([days[0], *rates.index, days[1]]).diff().max() <= LONGEST_SILENCE


def returns_of(series):
    """From point to point, none across a gap."""
    return series.groupby(runs_of(series).to_numpy()).pct_change().dropna()


def number(value):
    return None if value is None or not np.isfinite(value) else float(value)


def deviation(values):
    return np.std(values.to_numpy(), ddof=1) if len(values) > 1 else None


def scaled(value, factor):
    return None if value is None else value * factor


def correlation(one, other):
    both = pd.DataFrame({"one": one, "other": other}).dropna()
    returns = pd.DataFrame({name: returns_of(both[name]) for name in both})
    if len(returns) < 3 or not (returns.max() > returns.min()).all():
        return None
    return np.corrcoef(returns["one"], returns["other"])[0, 1]


def trend(rates):
    """Of the rates since the last gap."""
    if len(rates):
        runs = runs_of(rates)
        rates = rates[runs == runs.iloc[-1]]
    if len(rates) < 5:
        return None, "insufficient_data"
    days = (rates.index - rates.index[0]).days.to_numpy(dtype=float)
    line = np.polynomial.Polynomial.fit(days, rates.to_numpy(), 1).convert()
    slope = line.coef[1] / rates.mean() * 100
    return slope, "stable" if abs(slope) <= 0.02 else "upward" if slope > 0 else "downward"


def exact(table, target, base, stamp):
    quotes = table[str(stamp.date())]
    return Fraction(quotes[base]) / Fraction(quotes[target])


def last_of(values):
    return number(values[-1]) if len(values) else None


def movement(values):
    """Wilder's average of the absolute changes, over 14; 0 of too few."""
    changes = np.abs(np.diff(values))
    if len(changes) < 14:
        return 0
    average = changes[:14].mean()
    for change in changes[14:]:
        average += (change - average) / 14
    return average


def indicators(rates):
    """At the last of the rates of one run. MACD is TA-Lib's own where its later beginning no longer shows; before, it
    is put together from TA-Lib's exponential averages. There is no relative strength where the average movement is
    below what binary64 tells apart in the rate: TA-Lib still divides what is left of movements of long ago."""
    values = rates.to_numpy()
    if not len(values):
        return dict.fromkeys([
            "sma20", "sma50", "ema12", "ema26", "macd", "macd_signal", "macd_histogram", "rsi", "bollinger_upper",
            "bollinger_middle", "bollinger_lower"])
    fast, slow = talib.EMA(values, 12), talib.EMA(values, 26)
    line = fast - slow
    signal = np.full(len(values), np.nan)
    if len(values) > 25:
        signal[25:] = talib.EMA(line[25:], 9)
    macd, macd_signal, histogram = line[-1], signal[-1], line[-1] - signal[-1]
    if len(values) >= 300:
        theirs = [one[-1] for one in talib.MACD(values, 12, 26, 9)]
        assert np.allclose([macd, macd_signal, histogram], theirs, rtol=0, atol=1e-12 * values[-1]), theirs
        macd, macd_signal, histogram = theirs
    middle = number(talib.SMA(values, 20)[-1])
    width = 2 * np.std(values[-20:]) if len(values) >= 20 else None
    upper, _, lower = (band[-1] for band in talib.BBANDS(values, 20, 2, 2))
    if width is not None:
        # TA-Lib takes the deviation from sums of squares, which loses digits where it is small: numpy's is written.
        assert np.isclose(upper, middle + width, rtol=1e-8) and np.isclose(lower, middle - width, rtol=1e-8)
    return {
        "sma20": middle, "sma50": last_of(talib.SMA(values, 50)), "ema12": last_of(fast), "ema26": last_of(slow),
        "macd": number(macd), "macd_signal": number(macd_signal), "macd_histogram": number(histogram),
        "rsi": last_of(talib.RSI(values, 14)) if movement(values) > np.spacing(values[-1]) else None,
        "bollinger_upper": None if width is None else middle + width, "bollinger_middle": middle,
        "bollinger_lower": None if width is None else middle - width,
    }


def months_of(table, target, base, rates):
    """How many months there are, and what each amounts to; of more than three only the first and the last."""
    months = []
    returns = returns_of(rates) if len(rates) else rates
    names = rates.index.strftime("%Y-%m")
    runs = runs_of(rates)
    for name, month in rates.groupby(names.to_numpy()):
        before = rates.loc[: month.index[0]].iloc[:-1]
        follows = len(before) and runs[before.index[-1]] == runs[month.index[0]]
        reference = before.index[-1] if follows else month.index[0]
        old, new = (exact(table, target, base, stamp) for stamp in (reference, month.index[-1]))
        moves = returns[returns.index.strftime("%Y-%m") == name]
        months.append({
            "month": name, "average": month.mean(), "minimum": month.min(), "maximum": month.max(),
            "change_percent": float((new - old) / old * 100), "volatility": scaled(deviation(moves), 100)})
    return len(months), months if len(months) <= 3 else [months[0], months[-1]]


def analysis(table, prices, target, base, window):
    pair = (prices[base] / prices[target]).dropna()
    rates = window_of(pair, window)
    held = pair.loc[: end_of(window)]
    run = held[runs_of(held) == runs_of(held).iloc[-1]] if len(rates) else rates
    returns = returns_of(rates)
    slope, direction = trend(rates)
    dollar = None
    if "USD" not in (target, base):
        dollar = number(correlation(rates, window_of(prices[base] / prices["USD"], window)))
    first, last = (exact(table, target, base, rates.index[place]) for place in (0, -1)) if len(rates) else (None, None)
    has_change = is_whole(rates, days_of(rates, window))
    count, months = months_of(table, target, base, rates)
    return {
        "target": target, "base": base, "window": window, "count": len(rates),
        "first": str(rates.index[0].date()) if len(rates) else None,
        "last": str(rates.index[-1].date()) if len(rates) else None,
        "current": float(last) if last else None,
        "average": number(rates.mean()) if len(rates) else None,
        "minimum": number(rates.min()) if len(rates) else None,
        "minimum_day": str(rates.idxmin().date()) if len(rates) else None,
        "maximum": number(rates.max()) if len(rates) else None,
        "maximum_day": str(rates.idxmax().date()) if len(rates) else None,
        "total_change": float(last - first) if has_change else None,
        "total_change_percent": float((last - first) / first * 100) if has_change else None,
        "volatility": scaled(deviation(returns), 100),
        "volatility_index": scaled(deviation(returns), np.sqrt(252) * 100),
        "slope": number(slope), "direction": direction, "correlation": dollar,
        "support": number(np.quantile(run.iloc[-30:], 0.25)) if len(run) else None,
        "resistance": number(np.quantile(run.iloc[-30:], 0.75)) if len(run) else None,
        "percentile": number(percentileofscore(rates, rates.iloc[-1], kind="mean")) if len(rates) else None,
        "warm_up": int((run.index < rates.index[0]).sum()) if len(rates) else 0,
        "indicators": indicators(run),
        "month_count": count, "months": months,
    }


def compared(table, prices, target, base, window, days):
    """The days are those of the longest period, which all that are compared have to cover."""
    rates = window_of((prices[base] / prices[target]).dropna(), window)
    returns = returns_of(rates)
    change = None
    if is_whole(rates, days if window == "max" else days_of(rates, window)):
        old, new = (exact(table, target, base, rates.index[place]) for place in (0, -1))
        change = (new - old) / old * 100
    spread = deviation(returns)
    return rates, change, {
        "currency": target, "count": len(rates), "change_percent": None if change is None else float(change),
        "volatility": scaled(spread, 100),
        "sharpe": number(returns.mean() / spread * np.sqrt(252)) if spread else None,
    }


def comparison(table, prices, targets, base, window):
    # The longest period goes from the first to the last day that any of them has.
    all_days = prices.index[prices[targets].notna().any(axis=1) & prices[base].notna()]
    rows = [compared(table, prices, target, base, window, (all_days[0], all_days[-1])) for target in targets]
    for _, change, entry in rows:
        entry["rank"] = None if change is None else 1 + sum(1 for row in rows if row[1] is not None and row[1] > change)
    entries = [row[2] for row in rows]
    ranked = [entry for entry in entries if entry["rank"] is not None]
    moving = [entry for entry in entries if entry["volatility"] is not None]
    name = lambda chosen: chosen["currency"] if chosen else None
    return {
        "targets": targets, "base": base, "window": window, "currencies": entries,
        "correlations": [
            number(correlation(rows[one][0], rows[two][0]))
            for one in range(len(rows)) for two in range(one + 1, len(rows))],
        "best": name(min(ranked, key=lambda entry: entry["rank"], default=None)),
        "worst": name(max(ranked, key=lambda entry: entry["rank"], default=None)),
        "most_volatile": name(max(moving, key=lambda entry: entry["volatility"], default=None)),
        "least_volatile": name(min(moving, key=lambda entry: entry["volatility"], default=None)),
    }


def some_window(chance, prices, currencies):
    """A period, or days from anywhere to anywhere in the time of one of the currencies."""
    if chance.random() < 0.4:
        return chance.choice(list(PERIODS))
    days = prices[chance.choice(currencies)].dropna().index
    start = chance.randrange(len(days))
    length = int(10 ** chance.uniform(0, 3.8))
    return f"{days[start].date()}..{days[min(start + length, len(days) - 1)].date()}"


def write(name, cases):
    text = "".join(json.dumps(case, separators=(",", ":"), allow_nan=False) + "\n" for case in cases)
    (HERE / name).write_text(text)
    print(name, len(cases), "cases", len(text), "bytes")


def main():
    table = ecb.read()
    prices = frame(table)
    chance = random.Random(20261030)
    codes = sorted(prices)
    windows = list(CHOSEN)
    for _ in range(RANDOM_WINDOWS):
        target, base = chance.sample(codes, 2)
        if chance.random() < 0.3 and target != "KRW":
            base = "KRW"
        while (prices[base] / prices[target]).dropna().empty:
            target = chance.choice([code for code in codes if code != base])
        windows.append((target, base, some_window(chance, prices, [target, base])))
    write("analyses.jsonl", [analysis(table, prices, *window) for window in windows])
    comparisons = list(CHOSEN_COMPARISONS)
    while len(comparisons) < len(CHOSEN_COMPARISONS) + RANDOM_COMPARISONS:
        base, *targets = chance.sample(codes, chance.randint(3, 11) if chance.random() < 0.3 else chance.randint(3, 5))
        if all(len((prices[base] / prices[target]).dropna()) for target in targets):
            comparisons.append((targets, base, some_window(chance, prices, targets)))
    write("comparisons.jsonl", [comparison(table, prices, *case) for case in comparisons])


main()
