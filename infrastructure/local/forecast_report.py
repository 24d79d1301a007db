"""Asks a history service for forecasts of pairs and prints their measured errors: forecast_report.py URL PAIR..."""
import json
import statistics
import sys
import urllib.request

LOOK_AHEAD = 20
DISTANCES = [1, 5, 20]
SECONDS = 30


def ask(url, pair):
    target, base = pair.split("/")
    path = f"{url}/api/v1/history/forecast/{target}?base={base}&days={LOOK_AHEAD}"
    with urllib.request.urlopen(path, timeout=SECONDS) as response:
        return json.load(response)["data"]


def at(answer, days):
    return answer["backtest"]["by_days_ahead"][days - 1]


def heading(first, distances, columns):
    names = [f"{column} {days}" for days in distances for column in columns]
    print("| " + " | ".join([first] + names) + " |")
    print("|---|" + "---:|" * len(names))


def errors(answers):
    heading("Pair", DISTANCES, ["error", "no change", "ratio"])
    for pair, answer in answers.items():
        cells = []
        for days in DISTANCES:
            row = at(answer, days)
            cells += [f"{row['mean_absolute_error_percent']:.3f}",
                      f"{row['no_change_mean_absolute_error_percent']:.3f}", f"{row['error_ratio']:.3f}"]
        print(f"| {pair} | " + " | ".join(cells) + " |")


def coverages(answers):
    heading("Pair", DISTANCES, ["80 % at", "95 % at"])
    rows = {pair: [at(answer, days)[f"coverage_{level}"] for days in DISTANCES for level in (80, 95)]
            for pair, answer in answers.items()}
    for pair, row in rows.items():
        print(f"| {pair} | " + " | ".join(f"{value * 100:.1f}" for value in row) + " |")
    means = [statistics.fmean(column) for column in zip(*rows.values())]
    print("| mean | " + " | ".join(f"{value * 100:.1f}" for value in means) + " |")


def main():
    url, pairs = sys.argv[1], sys.argv[2:]
    answers = {pair: ask(url, pair) for pair in pairs}
    first = next(iter(answers.values()))
    backtest = first["backtest"]
    print(f"Rates up to {first['as_of']}; {backtest['origins']} origins of {pairs[0]} from {backtest['from']} to "
          f"{backtest['to']}, coverage at the last {backtest['coverage_origins']} of them.\n")
    errors(answers)
    print()
    coverages(answers)
    better = [pair for pair, answer in answers.items() if answer["backtest"]["beats_no_change"]]
    print(f"\nOver all of the {LOOK_AHEAD} days together the method beats \"no change\" for {len(better)} of "
          f"{len(answers)} pairs" + (f": {', '.join(better)}." if better else "."))


main()
