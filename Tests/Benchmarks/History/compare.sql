-- Ten currencies beside one another. Made whole by bench-history.sh: FIRST is a day, TARGETS a list of texts.
.mode json
CREATE TEMP TABLE IF NOT EXISTS part (currency, day, rate, part, PRIMARY KEY (currency, day)) WITHOUT ROWID;
DELETE FROM part;
INSERT INTO part
WITH prices AS (
    SELECT currency, day, coefficient * pow(10, exponent) / unit AS price, max(recorded_at) FROM observation
    WHERE source = 'ecb' AND currency IN (TARGETS, 'KRW') AND day >= FIRST GROUP BY currency, day
), rates AS (
    SELECT target.currency, day, base.price / target.price AS rate
    FROM prices AS target JOIN prices AS base USING (day) WHERE base.currency = 'KRW' AND target.currency <> 'KRW'
)
SELECT currency, day, rate, rate / lag(rate) OVER (PARTITION BY currency ORDER BY day) - 1 FROM rates;
SELECT currency, count(*) AS data_points,
    (SELECT rate FROM part AS last WHERE last.currency = part.currency ORDER BY day DESC LIMIT 1) AS current_rate,
    sqrt((sum(part * part) - sum(part) * sum(part) / count(part)) / (count(part) - 1)) * 100 AS volatility,
    avg(part) / sqrt((sum(part * part) - sum(part) * sum(part) / count(part)) / (count(part) - 1)) * sqrt(252) AS sharpe
FROM part GROUP BY currency;
SELECT one.currency || '_' || other.currency AS pair,
    (count(*) * sum(one.part * other.part) - sum(one.part) * sum(other.part))
    / sqrt((count(*) * sum(one.part * one.part) - sum(one.part) * sum(one.part))
    * (count(*) * sum(other.part * other.part) - sum(other.part) * sum(other.part))) AS correlation
FROM part AS one JOIN part AS other ON other.currency > one.currency AND other.day = one.day
WHERE one.part IS NOT NULL AND other.part IS NOT NULL GROUP BY pair;
