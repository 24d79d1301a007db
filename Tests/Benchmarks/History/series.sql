-- The days of a window with changes, and then their statistics. Made whole by bench-history.sh: FIRST is a day.
.mode json
WITH target AS (
    SELECT day, coefficient * pow(10, exponent) / unit AS price, max(recorded_at) FROM observation
    WHERE source = 'ecb' AND currency = 'USD' AND day >= FIRST - 14 GROUP BY day
), base AS (
    SELECT day, coefficient * pow(10, exponent) / unit AS price, max(recorded_at) FROM observation
    WHERE source = 'ecb' AND currency = 'KRW' AND day >= FIRST - 14 GROUP BY day
), rates AS (
    SELECT day, base.price / target.price AS rate FROM target JOIN base USING (day)
), changes AS (
    SELECT day, rate, rate - lag(rate) OVER (ORDER BY day) AS change,
        (rate / lag(rate) OVER (ORDER BY day) - 1) * 100 AS change_percent
    FROM rates
)
SELECT date(day * 86400, 'unixepoch') AS date, rate, coalesce(change, 0) AS change,
    coalesce(change_percent, 0) AS change_percent, 1 AS volume
FROM changes WHERE day >= FIRST ORDER BY day;
WITH target AS (
    SELECT day, coefficient * pow(10, exponent) / unit AS price, max(recorded_at) FROM observation
    WHERE source = 'ecb' AND currency = 'USD' AND day >= FIRST GROUP BY day
), base AS (
    SELECT day, coefficient * pow(10, exponent) / unit AS price, max(recorded_at) FROM observation
    WHERE source = 'ecb' AND currency = 'KRW' AND day >= FIRST GROUP BY day
), rates AS (
    SELECT day, base.price / target.price AS rate FROM target JOIN base USING (day)
), changes AS (
    SELECT day, rate, (rate / lag(rate) OVER (ORDER BY day) - 1) * 100 AS percent FROM rates
)
SELECT count(*) AS data_points, avg(rate) AS average, min(rate) AS min, max(rate) AS max,
    sqrt((sum(percent * percent) - sum(percent) * sum(percent) / count(percent)) / (count(percent) - 1)) AS volatility,
    (avg(day * rate) - avg(day) * avg(rate)) / (avg(day * day) - avg(day) * avg(day)) / avg(rate) * 100 AS slope
FROM changes;
