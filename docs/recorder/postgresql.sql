-- Takes what `npm run headless -- ... --changes` prints. Run it once: psql -f postgresql.sql
CREATE TABLE prices (
  at         timestamptz NOT NULL,
  sportsbook text        NOT NULL,
  sport      text        NOT NULL,
  game       text        NOT NULL,
  outcome    text        NOT NULL,
  american   integer,              -- NULL: suspended or gone
  previous   integer,              -- NULL: none, or not current
  origin     text        NOT NULL  -- 'snapshot': stated when a connection began; 'update': news
);
CREATE INDEX prices_by_outcome ON prices (game, outcome, sportsbook, at);
CREATE INDEX prices_by_time ON prices USING brin (at);

-- Lines are copied in here and become rows of `prices`; it stays empty.
CREATE TABLE recorder_lines (line jsonb NOT NULL);

CREATE FUNCTION take_recorder_line() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.line->>'type' = 'price' THEN
    INSERT INTO prices VALUES (
      (NEW.line->>'at')::timestamptz, NEW.line->>'sportsbook', NEW.line->>'sport', NEW.line->>'game',
      NEW.line->>'outcome', (NEW.line->>'american')::integer, (NEW.line->>'previous')::integer, NEW.line->>'origin'
    );
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER take_recorder_line BEFORE INSERT ON recorder_lines
  FOR EACH ROW EXECUTE FUNCTION take_recorder_line();

-- Takes what `npm run headless -- --export - --format csv` writes, see export.md for the columns.
CREATE TABLE history (
  at            timestamptz NOT NULL,
  sport         text        NOT NULL,
  game          text        NOT NULL,
  home          text        NOT NULL,
  away          text        NOT NULL,
  starts_at     timestamptz,
  universal_id  text,
  sportsbook    text        NOT NULL,
  outcome       text        NOT NULL,
  market        text,
  line          text,
  over_under    text,
  target        text,
  american      integer,
  state         text        NOT NULL,
  from_snapshot boolean     NOT NULL
);
