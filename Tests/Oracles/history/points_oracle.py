#!/usr/bin/env python3
"""Computes weekly and monthly bars, filled days, fluctuations and the days that rates are of over random windows of the
shipped ECB file, with pandas (binary64), for the tests of the history service.

    python3 -m venv /tmp/oracle && /tmp/oracle/bin/pip install pandas numpy
    /tmp/oracle/bin/python Tests/Oracles/history/points_oracle.py

Lines of Fixtures/Points.txt, fields separated by `|`; `-` is null:

    bars|interval|target|base|from|to|count|sums of open, high, low, close, volume|first point|middle point|last point
    fill|fill|target|base|from|to|count|sum of rates|number of filled|first|middle|last
    fluctuation|target|base|from|to|first day used|last day used|rate|rate|change|percent
    day|date|effective date|reason|number of rates

A point is `date rate change percent volume`; of a week or month its `partial`, true or false, follows. The change of the
first week or month is against the last rate before its own first day, whether the window has that day or not.
"""
import random

import numpy as np
import pandas as pd

import ecb

LONGEST_SILENCE = 31
LOOK_BACK = 14
# Over Iceland's gap; from a Saturday, to a Sunday, on a weekend, within one; to a gap and from one.
FILLED = [
    ("2008-12-01", "2018-02-10"), ("2026-10-24", "2026-10-30"), ("2026-10-19", "2026-10-25"),
    ("2026-10-24", "2026-10-25"), ("2026-10-25", "2026-10-25"), ("2008-12-06", "2008-12-20"),
    ("2018-01-20", "2018-02-04"),
]
FREQUENCY = {"weekly": "W-SUN", "monthly": "M"}


def frame(table):
    data = {day: {code: float(text) for code, text in quotes.items()} for day, quotes in table.items()}
    result = pd.DataFrame.from_dict(data, orient="index")
    result.index = pd.to_datetime(result.index)
    return result.sort_index()


def number(value):
    return "-" if value is None or pd.isna(value) else repr(float(value))


def changes(rates, days, last_days, preceding):
    """Of each point against the one before, null after a gap, 0 where nothing precedes."""
    before_rates = [None if preceding is None else preceding[1]] + list(rates[:-1])
    before_days = [None if preceding is None else preceding[0]] + list(last_days[:-1])
    for rate, day, before, before_day in zip(rates, days, before_rates, before_days):
        if before is None:
            yield 0.0, 0.0
        elif (day - before_day).days > LONGEST_SILENCE:
            yield None, None
        else:
            yield rate - before, (rate / before - 1) * 100


def shown(points, place):
    day, rate, (change, percent), volume, *partial = points[place]
    return " ".join([str(day.date()), number(rate), number(change), number(percent), str(volume), *partial])


def three(points):
    return "|".join(shown(points, place) for place in (0, len(points) // 2, -1))


def window(series, first, last):
    inside = series.loc[first:last]
    earlier = series.loc[: first - pd.Timedelta(days=1)]
    return inside, None if earlier.empty else (earlier.index[-1], earlier.iloc[-1])


def bars(series, interval, names, first, last, newest):
    inside, _ = window(series, first, last)
    if inside.empty:
        return None
    groups = inside.groupby(inside.index.to_period(FREQUENCY[interval]))
    table = groups.ohlc()
    counts = groups.count()
    # The first week or month is compared as a whole: with what precedes it, and from its own first observation on.
    begins = table.index[0].start_time
    _, preceding = window(series, begins, last)
    days = groups.apply(lambda part: part.index[0])
    days.iloc[0] = series.loc[begins:].index[0]
    last_days = groups.apply(lambda part: part.index[-1])
    moves = changes(table["close"].to_list(), days.to_list(), last_days.to_list(), preceding)
    partial = [
        str(period.start_time < first or period.end_time.normalize() > min(last, newest)).lower()
        for period in table.index]
    points = list(zip([period.start_time for period in table.index], table["close"], moves, counts, partial))
    sums = [number(table[name].sum()) for name in ("open", "high", "low", "close")] + [str(counts.sum())]
    fields = ["bars", interval, *names, str(first.date()), str(last.date()), str(len(points)), *sums, three(points)]
    return "|".join(fields)


def fill(series, way, names, first, last):
    if series.empty:
        return None
    # A day is filled from the observations around it, whether the window has them or not.
    stretches = (series.index.to_series().diff().dt.days > LONGEST_SILENCE).cumsum()
    parts = []
    for _, part in series.groupby(stretches):
        every = part.asfreq("D")
        parts.append(every.ffill() if way == "forward" else every.interpolate(method="time"))
    filled = pd.concat(parts).loc[first:last]
    if filled.empty:
        return None
    inside, preceding = window(series, first, last)
    days = filled.index.to_list()
    moves = changes(filled.to_list(), days, days, preceding)
    volumes = [1 if day in inside.index else 0 for day in days]
    points = list(zip(days, filled, moves, volumes))
    fields = [
        "fill", way, *names, str(first.date()), str(last.date()), str(len(points)), number(filled.sum()),
        str(volumes.count(0)), three(points)]
    return "|".join(fields)


def sheet_day(index, day):
    """The newest day with a sheet up to a day, None when that is too old."""
    place = index.searchsorted(day, side="right") - 1
    return index[place] if place >= 0 and (day - index[place]).days <= LOOK_BACK else None


def fluctuation(prices, names, first, last):
    start, end = sheet_day(prices.index, first), sheet_day(prices.index, last)
    target, base = names
    rates = [prices[base][day] / prices[target][day] for day in (start, end)]
    if any(pd.isna(rate) for rate in rates):
        return None
    change = rates[1] - rates[0]
    observed = (prices[base] / prices[target]).dropna().loc[start:end].index
    silences = pd.Series([*observed, min(last, prices.index[-1])]).diff().dt.days
    if len(observed) < 2 or silences.max() > LONGEST_SILENCE:
        change = None
    percent = None if change is None else change / rates[0] * 100
    return "|".join(
        ["fluctuation", *names, str(first.date()), str(last.date()), str(start.date()), str(end.date())]
        + [number(value) for value in (*rates, change, percent)])


def day_line(prices, day):
    used = sheet_day(prices.index, day)
    reason = "published" if used == day else "weekend" if day.day_of_week > 4 else "holiday"
    # Every currency of the sheet but the base.
    return f"day|{day.date()}|{used.date()}|{reason}|{int(prices.loc[used].notna().sum()) - 1}"


def main():
    chance = random.Random(20261030)
    prices = frame(ecb.read())
    newest = prices.index[-1]
    codes = list(prices.columns)
    span = (newest - prices.index[0]).days

    def some_day():
        return prices.index[0] + pd.Timedelta(days=chance.randint(0, span))

    lines = []

    def ask(make, count, longest):
        found = 0
        while found < count:
            target, base = chance.sample(codes, 2)
            first = some_day()
            last = min(newest, first + pd.Timedelta(days=chance.randint(0, longest)))
            rates = (prices[base] / prices[target]).dropna()
            line = make(rates, (target, base), first, last)
            if line:
                lines.append(line)
                found += 1

    for interval in FREQUENCY:
        ask(lambda rates, *question: bars(rates, interval, *question, newest), 60, 3000)
        for iceland in [("2008-11-20", "2018-03-10"), ("2018-02-01", "2018-04-30"), ("2010-01-01", "2019-12-31"),
                        ("2018-02-05", "2018-02-25")]:
            days = [pd.Timestamp(day) for day in iceland]
            lines.append(bars((prices["EUR"] / prices["ISK"]).dropna(), interval, ("ISK", "EUR"), *days, newest))
    for way in ("forward", "linear"):
        ask(lambda rates, *question: fill(rates, way, *question), 40, 1500)
        for edges in FILLED:
            days = [pd.Timestamp(day) for day in edges]
            lines.append(fill((prices["EUR"] / prices["ISK"]).dropna(), way, ("ISK", "EUR"), *days))
    ask(lambda _, *question: fluctuation(prices, *question), 60, 6000)
    for edges in (("2008-12-09", "2018-02-01"), ("2008-12-01", "2018-03-01"), ("2018-02-01", "2018-03-01"),
                  ("2018-03-01", "2018-03-01"), ("2018-03-03", "2018-03-04"), ("2018-03-03", "2018-03-05")):
        days = [pd.Timestamp(day) for day in edges]
        lines.append(fluctuation(prices, ("ISK", "EUR"), *days))
    for _ in range(60):
        lines.append(day_line(prices, some_day()))
    head = f"# Made by Tests/Oracles/history/points_oracle.py with pandas {pd.__version__}, numpy {np.__version__}.\n"
    (ecb.TESTS / "Fixtures" / "Points.txt").write_text(head + "".join(line + "\n" for line in lines))


if __name__ == "__main__":
    main()
