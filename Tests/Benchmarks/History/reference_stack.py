"""The questions that history is measured by, answered as a team with FastAPI, aiosqlite and pandas would: each request
reads what it needs from the same SQLite file, pandas and numpy do the arithmetic, orjson writes the answer.

    STORE=history.sqlite uvicorn reference_stack:app --workers 1 --loop uvloop --http httptools
"""
import asyncio
import os
from contextlib import asynccontextmanager
from typing import Annotated, Literal

import aiosqlite
import numpy as np
import orjson
import pandas as pd
from fastapi import FastAPI, HTTPException, Query, Response

SOURCE, PIVOT = "ecb", "EUR"
PERIODS = {
    "1w": pd.DateOffset(weeks=1), "2w": pd.DateOffset(weeks=2), "1m": pd.DateOffset(months=1),
    "3m": pd.DateOffset(months=3), "6m": pd.DateOffset(months=6), "1y": pd.DateOffset(years=1),
    "2y": pd.DateOffset(years=2), "3y": pd.DateOffset(years=3), "5y": pd.DateOffset(years=5),
    "10y": pd.DateOffset(years=10), "max": None,
}
Period = Literal["1w", "2w", "1m", "3m", "6m", "1y", "2y", "3y", "5y", "10y", "max"]
Code = Annotated[str, Query(pattern="^[A-Z]{3}$")]
Precision = Annotated[int, Query(ge=4, le=12)]
Numbers = Literal["number", "string"]
TRADING_DAYS = 252
WARM_UP = 400  # calendar days before the window: more than 250 observations

# The edition recorded last is the current one: SQLite takes the other columns from the row that has the maximum.
LEG = """
    SELECT day, coefficient, exponent, unit, max(recorded_at) FROM observation
    WHERE source = ? AND currency = ? AND day >= ? GROUP BY day
"""


@asynccontextmanager
async def lifespan(app):
    app.state.db = await aiosqlite.connect(f"file:{os.environ['STORE']}?mode=ro", uri=True)
    await app.state.db.execute("PRAGMA mmap_size = 268435456")
    yield
    await app.state.db.close()


app = FastAPI(lifespan=lifespan)


async def newest_day():
    async with app.state.db.execute("SELECT max(day) FROM sheet WHERE source = ?", (SOURCE,)) as cursor:
        return pd.Timestamp((await cursor.fetchone())[0], unit="D")


async def leg(currency, first):
    """Units of the currency for one of the pivot, by day."""
    day = (first - pd.Timestamp(0)).days if first is not None else -10**6
    rows = await app.state.db.execute_fetchall(LEG, (SOURCE, currency, day))
    if not rows:
        return None
    table = np.array([row[:4] for row in rows], dtype=float)
    return pd.Series(table[:, 1] * 10.0 ** table[:, 2] / table[:, 3], index=table[:, 0].astype(int))


async def series(target, base, first):
    """The price of one unit of the target in the base, by day."""
    if target == base:
        raise HTTPException(400, "two currencies are needed")
    codes = [code for code in (target, base) if code != PIVOT]
    legs = dict(zip(codes, await asyncio.gather(*(leg(code, first) for code in codes))))
    if any(one is None for one in legs.values()):
        raise HTTPException(404, "no observations")
    prices = pd.concat(legs, axis=1, join="inner")
    for code in (target, base):
        if code == PIVOT:
            prices[code] = 1.0
    rates = prices[base] / prices[target]
    rates.index = pd.to_datetime(rates.index, unit="D")
    return rates.sort_index()


def start_of(period, newest):
    offset = PERIODS[period]
    return None if offset is None else newest - offset


def significant(values, digits):
    """Rounded to so many significant digits."""
    values = np.asarray(values, dtype=float)
    with np.errstate(divide="ignore"):
        size = np.where(values == 0, 0, np.floor(np.log10(np.abs(values))))
    scale = 10.0 ** (digits - 1 - size)
    return np.round(values * scale) / scale


def shown(values, digits, numbers):
    rounded = significant(values, digits).tolist()
    return [repr(value) for value in rounded] if numbers == "string" else rounded


def one(value, digits, numbers):
    return shown([value], digits, numbers)[0]


def plain(value):
    return None if value is None or not np.isfinite(value) else float(value)


def answer(data):
    now = pd.Timestamp.now("UTC").isoformat()
    return Response(
        orjson.dumps({"success": True, "data": data, "timestamp": now, "version": "v1"}), media_type="application/json")


def trend_of(rates):
    if len(rates) < 5:
        return None, "insufficient_data"
    days = (rates.index - rates.index[0]).days.to_numpy(dtype=float)
    slope = np.polyfit(days, rates.to_numpy(), 1)[0] / rates.mean() * 100
    return plain(slope), "stable" if abs(slope) <= 0.02 else "upward" if slope > 0 else "downward"


@app.get("/api/v1/history")
async def history(target: Code, period: Period, base: Code = "KRW", precision: Precision = 10,
                  numbers: Numbers = "number"):
    newest = await newest_day()
    first = start_of(period, newest)
    # Two weeks more, for the point that the first change is against.
    earlier = None if first is None else first - pd.Timedelta(days=14)
    rates = await series(target, base, earlier)
    dollar = None if "USD" in (target, base) else await series("USD", base, earlier)
    changes = rates.diff().fillna(0)
    percents = (rates.pct_change() * 100).fillna(0)
    window = slice(first, newest)
    rates, changes, percents = rates.loc[window], changes.loc[window], percents.loc[window]
    slope, direction = trend_of(rates)
    correlation = None
    if dollar is not None:
        both = pd.concat([rates, dollar.loc[window]], axis=1, join="inner").pct_change().dropna()
        correlation = plain(both.iloc[:, 0].corr(both.iloc[:, 1]))
    rows = zip(rates.index.strftime("%Y-%m-%d"), shown(rates, precision, numbers), shown(changes, precision, numbers),
               shown(percents, precision, numbers))
    return answer({
        "base": base, "target": target, "period": period, "interval": "daily", "as_of": newest.strftime("%Y-%m-%d"),
        "data_points": len(rates),
        "results": [{"date": day, "rate": rate, "change": change, "change_percent": percent, "volume": 1}
                    for day, rate, change, percent in rows],
        "statistics": {
            "average": one(rates.mean(), precision, numbers), "min": one(rates.min(), precision, numbers),
            "max": one(rates.max(), precision, numbers),
            "volatility": plain(rates.pct_change().std() * 100), "trend": direction,
            "trend_slope_percent_per_day": slope, "correlation": correlation, "data_points": len(rates)},
    })


def seeded(values, span, factor):
    """Exponential smoothing that begins with the mean of the first values."""
    seed = values.iloc[:span].mean()
    return pd.concat([pd.Series([seed], index=[values.index[span - 1]]), values.iloc[span:]]).ewm(
        alpha=factor, adjust=False).mean()


def indicators(rates):
    fast, slow = (seeded(rates, span, 2 / (span + 1)) for span in (12, 26))
    macd = (fast - slow).dropna()
    signal = seeded(macd, 9, 2 / 10)
    moves = rates.diff().dropna()
    gain = seeded(moves.clip(lower=0), 14, 1 / 14).iloc[-1]
    loss = seeded(-moves.clip(upper=0), 14, 1 / 14).iloc[-1]
    middle, spread = rates.iloc[-20:].mean(), rates.iloc[-20:].std(ddof=0)
    return {
        "sma_20": middle, "sma_50": rates.iloc[-50:].mean(), "ema_12": fast.iloc[-1], "ema_26": slow.iloc[-1],
        "macd": macd.iloc[-1], "macd_signal": signal.iloc[-1], "macd_histogram": macd.iloc[-1] - signal.iloc[-1],
        "rsi": 100 - 100 / (1 + gain / loss) if loss else 100.0,
        "bollinger_upper": middle + 2 * spread, "bollinger_middle": middle, "bollinger_lower": middle - 2 * spread}


@app.get("/api/v1/history/stats")
async def stats(target: Code, period: Period, base: Code = "KRW", precision: Precision = 10,
                numbers: Numbers = "number"):
    newest = await newest_day()
    first = start_of(period, newest)
    warmed = await series(target, base, None if first is None else first - pd.Timedelta(days=WARM_UP))
    rates = warmed.loc[first:newest]
    last30 = rates.iloc[-30:]
    months = rates.groupby(rates.index.strftime("%Y-%m"))
    show = lambda value: one(value, precision, numbers)
    change = rates.iloc[-1] - rates.iloc[0]
    return answer({
        "currency_pair": f"{target}/{base}", "period": period, "analysis_date": newest.strftime("%Y-%m-%d"),
        "current_rate": show(rates.iloc[-1]),
        "statistics": {
            "period_average": show(rates.mean()), "period_min": show(rates.min()), "period_max": show(rates.max()),
            "total_change": show(change), "total_change_percent": show(change / rates.iloc[0] * 100),
            "volatility_index": plain(rates.pct_change().std() * TRADING_DAYS**0.5 * 100),
            "trend_direction": trend_of(rates)[1],
            "support_level": show(last30.quantile(0.25)), "resistance_level": show(last30.quantile(0.75)),
            "percentile": plain(((rates < rates.iloc[-1]).mean() + (rates == rates.iloc[-1]).mean() / 2) * 100)},
        "technical_indicators": {name: show(value) for name, value in indicators(warmed).items()},
        "monthly_breakdown": [
            {"month": month, "average": show(part.mean()), "min": show(part.min()), "max": show(part.max()),
             "change_percent": show((part.iloc[-1] / part.iloc[0] - 1) * 100),
             "volatility": plain(part.pct_change().std() * 100)} for month, part in months],
    })


@app.get("/api/v1/history/compare")
async def compare(targets: str, period: Period, base: Code = "KRW", precision: Precision = 10,
                  numbers: Numbers = "number"):
    codes = targets.split(",")
    if not 2 <= len(codes) <= 10:
        raise HTTPException(400, "2 to 10 targets")
    newest = await newest_day()
    first = start_of(period, newest)
    table = pd.concat(
        dict(zip(codes, await asyncio.gather(*(series(code, base, first) for code in codes)))), axis=1)
    returns = table.pct_change(fill_method=None)
    changes = (table.iloc[-1] / table.iloc[0] - 1) * 100
    volatility = returns.std() * 100
    sharpe = returns.mean() / returns.std() * TRADING_DAYS**0.5
    ranks = changes.rank(ascending=False, method="min").astype(int)
    correlations = returns.corr().to_numpy()
    rows = [
        {"currency": code, "current_rate": one(table[code].iloc[-1], precision, numbers),
         "period_change_percent": one(changes[code], precision, numbers), "volatility": plain(volatility[code]),
         "performance_rank": int(ranks[code]), "sharpe_ratio": plain(sharpe[code])} for code in codes]
    return answer({
        "currencies": rows, "comparison": rows,
        "correlation_matrix": {
            f"{codes[i]}_{codes[j]}": plain(correlations[i, j])
            for i in range(len(codes)) for j in range(i + 1, len(codes))},
        "portfolio_analysis": {
            "best_performer": changes.idxmax(), "worst_performer": changes.idxmin(),
            "most_volatile": volatility.idxmax(), "least_volatile": volatility.idxmin()},
    })
