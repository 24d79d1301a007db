-- Statistics and indicators of half a year, but for the signal line. Made whole by bench-history.sh: FIRST is a day.
.mode json
CREATE TEMP VIEW IF NOT EXISTS rate AS
WITH target AS (
    SELECT day, coefficient * pow(10, exponent) / unit AS price, max(recorded_at) FROM observation
    WHERE source = 'ecb' AND currency = 'USD' AND day >= FIRST - 400 GROUP BY day
), base AS (
    SELECT day, coefficient * pow(10, exponent) / unit AS price, max(recorded_at) FROM observation
    WHERE source = 'ecb' AND currency = 'KRW' AND day >= FIRST - 400 GROUP BY day
)
SELECT day, base.price / target.price AS rate FROM target JOIN base USING (day);
WITH changes AS (
    SELECT day, rate, rate / lag(rate) OVER (ORDER BY day) - 1 AS part FROM rate WHERE day >= FIRST
), ends AS (
    SELECT (SELECT rate FROM changes ORDER BY day LIMIT 1) AS first,
        (SELECT rate FROM changes ORDER BY day DESC LIMIT 1) AS last
), newest AS (
    SELECT rate, row_number() OVER (ORDER BY rate) AS place
    FROM (SELECT rate FROM changes ORDER BY day DESC LIMIT 30)
)
SELECT avg(rate) AS average, min(rate) AS min, max(rate) AS max, last - first AS change,
    (last / first - 1) * 100 AS change_percent,
    sqrt((sum(part * part) - sum(part) * sum(part) / count(part)) / (count(part) - 1) * 252) * 100 AS volatility_index,
    (avg(day * rate) - avg(day) * avg(rate)) / (avg(day * day) - avg(day) * avg(day)) / avg(rate) * 100 AS slope,
    (SELECT sum(CASE place WHEN 8 THEN rate * 0.75 ELSE rate * 0.25 END) FROM newest WHERE place IN (8, 9)) AS support,
    (SELECT sum(CASE place WHEN 22 THEN rate * 0.25 ELSE rate * 0.75 END) FROM newest WHERE place IN (22, 23))
        AS resistance,
    (avg(rate < last) + avg(rate = last) / 2) * 100 AS percentile
FROM changes, ends;
WITH RECURSIVE numbered AS MATERIALIZED (
    SELECT row_number() OVER (ORDER BY day) AS place, rate, rate - lag(rate) OVER (ORDER BY day) AS move FROM rate
), averages(place, fast, slow, gain, loss) AS (
    SELECT 26, (SELECT avg(rate) FROM numbered WHERE place <= 26), (SELECT avg(rate) FROM numbered WHERE place <= 26),
        (SELECT avg(max(move, 0)) FROM numbered WHERE place BETWEEN 2 AND 26),
        (SELECT avg(max(-move, 0)) FROM numbered WHERE place BETWEEN 2 AND 26)
    UNION ALL
    SELECT numbered.place, fast + (rate - fast) * 2 / 13, slow + (rate - slow) * 2 / 27,
        (gain * 13 + max(move, 0)) / 14, (loss * 13 + max(-move, 0)) / 14
    FROM averages JOIN numbered ON numbered.place = averages.place + 1
)
SELECT fast AS ema_12, slow AS ema_26, fast - slow AS macd, 100 - 100 / (1 + gain / loss) AS rsi
FROM averages ORDER BY place DESC LIMIT 1;
SELECT avg(rate) AS sma_20, sqrt(max(0, avg(rate * rate) - avg(rate) * avg(rate))) * 2 AS bollinger_reach
FROM (SELECT rate FROM rate ORDER BY day DESC LIMIT 20);
SELECT avg(rate) AS sma_50 FROM (SELECT rate FROM rate ORDER BY day DESC LIMIT 50);
SELECT strftime('%Y-%m', day * 86400, 'unixepoch') AS month, avg(rate) AS average, min(rate) AS min, max(rate) AS max
FROM rate WHERE day >= FIRST GROUP BY month ORDER BY month;
