#!/usr/bin/env python3
"""Computes the forecasts that the tests of the history service expect, with pandas and numpy (binary64): the Theta
method, the quantiles of its errors at past origins, and how often intervals made of the errors known by then held.

    python3 -m venv /tmp/oracle && /tmp/oracle/bin/pip install pandas numpy
    /tmp/oracle/bin/python Tests/Oracles/history/forecast.py
"""
import json
import random
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

import ecb

FITTED, PAST, SPACING, HORIZON, KNOWN, FEWEST = 250, 1250, 4, 30, 20, 516
SMOOTHING = [k / 10 for k in range(1, 11)]
CASES = 48
FIXED = [
    ("USD", "KRW", "2026-10-30"), ("KRW", "USD", "2026-10-30"), ("TRY", "USD", "2026-10-30"),
    # Iceland's krona came back on 2018-02-01: 516 points on 2020-02-10 or so.
    ("ISK", "EUR", "2019-12-30"), ("ISK", "EUR", "2020-12-30"), ("TRY", "EUR", "2006-12-29"),
    ("EUR", "KRW", "2000-12-29"), ("EUR", "KRW", "2001-03-30"),
]


def theta(x):
    """A function of the steps ahead."""
    steps = np.arange(len(x))
    slope, start = np.polyfit(steps, x, 1)
    line = pd.Series(2 * x - (start + slope * steps))
    levels = [line.ewm(alpha=alpha, adjust=False).mean() for alpha in SMOOTHING]
    errors = [((line - level.shift()) ** 2).sum() for level in levels]
    level = levels[int(np.argmin(errors))].iloc[-1]
    return lambda ahead: (start + slope * (len(x) - 1 + ahead) + level) / 2


def trial(errors, unmoved, inside80, inside95):
    return [float(value.mean()) for value in (errors, unmoved, inside80, inside95)]


def forecast(rates, days):
    x = np.log(rates.to_numpy())[-PAST:]
    index = rates.index[-PAST:]
    ahead = np.arange(1, HORIZON + 1)
    origins = np.array([o for o in range(len(x)) if o >= FITTED - 1 and (len(x) - 1 - HORIZON - o) % SPACING == 0
                        and o + HORIZON < len(x)])
    came = np.array([x[o + ahead] for o in origins])
    errors = np.abs(np.array([theta(x[o - FITTED + 1 : o + 1])(ahead) for o in origins]) - came)
    unmoved = np.abs(x[origins][:, None] - came)
    known = [[origins + h <= o for h in ahead] for o in origins]
    checked = [j for j in range(len(origins)) if known[j][-1].sum() >= KNOWN]
    inside = {
        part: np.array([[
            errors[j, h] <= np.quantile(errors[known[j][h], h], part, method="weibull") for h in range(days)]
            for j in checked])
        for part in (0.8, 0.95)
    }
    point = np.exp(theta(x[-FITTED:])(ahead[:days]))
    reach = {part: np.exp(np.quantile(errors[:, :days], part, axis=0, method="weibull")) for part in (0.8, 0.95)}
    columns = [point, point / reach[0.8], point * reach[0.8], point / reach[0.95], point * reach[0.95]]
    return {
        "origins": len(origins), "checked": len(checked),
        "first": index[origins[0]], "last": index[origins[-1]],
        "points": np.array(columns).T.tolist(),
        "trials": [trial(errors[:, h], unmoved[:, h], inside[0.8][:, h], inside[0.95][:, h]) for h in range(days)],
        "trial": trial(errors[:, :days], unmoved[:, :days], inside[0.8], inside[0.95]),
    }


def last_run(rates):
    """From the last gap of more than 31 days on."""
    days = [date.fromisoformat(day).toordinal() for day in rates.index]
    gaps = np.flatnonzero(np.diff(days) > 31)
    return rates.iloc[gaps[-1] + 1 :] if len(gaps) else rates


def case(table, target, base, to, days):
    rates = pd.Series({
        day: float(table[day][base]) / float(table[day][target])
        for day in sorted(table) if day <= to and target in table[day] and base in table[day]})
    run = last_run(rates)
    later = [day for day in sorted(table) if day > to][:days]
    answer = {"target": target, "base": base, "to": to, "days": days, "observations": len(run),
              "dates": later if len(later) == days else []}
    return answer | (forecast(run, days) if len(run) >= FEWEST else {"origins": 0})


def main():
    table = ecb.read()
    chance = random.Random(20261030)
    days = sorted(table)
    cases = [case(table, *fixed, 7) for fixed in FIXED]
    while len(cases) < CASES:
        to = chance.choice([days[-1], chance.choice(days[600:])])
        target, base = chance.sample(sorted(table[to]), 2)
        cases.append(case(table, target, base, to, chance.randint(1, HORIZON)))
    lines = ",\n".join(json.dumps(one) for one in cases)
    Path(__file__).with_name("forecast.json").write_text(f"[\n{lines}\n]\n")


main()
