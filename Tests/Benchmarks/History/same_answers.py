"""Makes sure that two services answer the measured questions alike: same_answers.py URL URL KIND..."""
import json
import sys
import urllib.request

TARGETS = "USD,JPY,GBP,CNY,CHF,CAD,AUD,HKD,THB,SGD"
PATHS = {
    "1m": "/api/v1/history?target=USD&period=1m", "1y": "/api/v1/history?target=USD&period=1y",
    "max": "/api/v1/history?target=USD&period=max", "stats": "/api/v1/history/stats?target=USD&period=6m",
    "compare": f"/api/v1/history/compare?targets={TARGETS}&period=5y",
}
# The one figure is a binary64 with ten digits, the other an exact number with ten.
TOLERANCE = 1e-7


def ask(url, kind):
    with urllib.request.urlopen(url + PATHS[kind], timeout=30) as response:
        return json.load(response)["data"]


def figures(kind, data):
    if kind == "stats":
        return list(data["statistics"].items()) + list(data["technical_indicators"].items())
    if kind == "compare":
        rows = [(row["currency"], row["period_change_percent"]) for row in data["currencies"]]
        return rows + list(data["correlation_matrix"].items())
    return [(point["date"], point["rate"]) for point in data["results"]] + [("points", data["data_points"])]


def main():
    one, other, *kinds = sys.argv[1:]
    for kind in kinds:
        these, those = (dict(figures(kind, ask(url, kind))) for url in (one, other))
        for name in sorted(these.keys() & those.keys()):
            value, wanted = these[name], those[name]
            if not isinstance(value, (int, float)) or not isinstance(wanted, (int, float)):
                same = value == wanted
            else:
                same = abs(value - wanted) <= TOLERANCE * max(1, abs(wanted))
            if not same:
                raise SystemExit(f"{kind}: {name} is {value} at {one} and {wanted} at {other}")
        if len(these.keys() & those.keys()) < 5:
            raise SystemExit(f"{kind}: hardly anything in common")


main()
