-- Takes the price lines of `npm run headless -- ... --changes`. Run it once: clickhouse-client --queries-file clickhouse.sql
CREATE TABLE prices
(
    at         DateTime64(3, 'UTC'),
    sportsbook LowCardinality(String),
    sport      LowCardinality(String),
    game       String,
    outcome    String,
    american   Nullable(Int32), -- NULL: suspended or gone
    previous   Nullable(Int32), -- NULL: none, or not current
    origin     LowCardinality(String)
)
ENGINE = MergeTree
PARTITION BY toYYYYMM(at)
ORDER BY (game, outcome, sportsbook, at);
