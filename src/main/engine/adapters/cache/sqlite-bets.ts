import type Database from 'better-sqlite3';
import type { BetNote, BetResult, ClosingLine, NotedBet } from '#domain/ledger/noted-bet.ts';
import type { AmericanOdds } from '#domain/odds/american.ts';
import type { BetStore } from '../../ports/bet-store.ts';

interface BetRow {
  readonly bet_id: number;
  readonly sport: string;
  readonly game: string;
  readonly sportsbook: string;
  readonly wording: string;
  readonly market: string | null;
  readonly side: string | null;
  readonly american: number;
  readonly stake_hundredths: number;
  readonly currency: string;
  readonly placed_ms: number;
  readonly starts_ms: number | null;
  readonly comment: string;
  readonly result: string;
  readonly closing_american: number | null;
  readonly closing_fair: number | null;
  readonly closing_books: number | null;
  readonly closing_seen_ms: number | null;
  readonly closing_is_final: number | null;
}

const NOTE_COLUMNS =
  'sport, game, sportsbook, wording, market, side, american, stake_hundredths, currency, placed_ms, starts_ms, comment, result';
const CLOSING_COLUMNS = 'closing_american, closing_fair, closing_books, closing_seen_ms, closing_is_final';

/** The user's bets in SQLite. The database must be open with synchronous=FULL. */
export function createSqliteBets(database: Database.Database): BetStore {
  if (!database.readonly) database.prepare('DELETE FROM noted_bets WHERE is_removed = 1').run();
  const columns = `bet_id, ${NOTE_COLUMNS}, ${CLOSING_COLUMNS}`;
  const selectAll = database.prepare<[], BetRow>(
    `SELECT ${columns} FROM noted_bets WHERE is_removed = 0 ORDER BY bet_id DESC`,
  );
  const select = database.prepare<[number], BetRow>(
    `SELECT ${columns} FROM noted_bets WHERE bet_id = ? AND is_removed = 0`,
  );
  const insert = database.prepare(
    `INSERT INTO noted_bets (${NOTE_COLUMNS}) VALUES (${NOTE_COLUMNS.replaceAll(/\w+/g, '@$&')})`,
  );
  const update = database.prepare(
    `UPDATE noted_bets SET ${[NOTE_COLUMNS, CLOSING_COLUMNS].join(', ').replaceAll(/\w+/g, '$& = @$&')} WHERE bet_id = @bet_id`,
  );
  const updateClosing = database.prepare(
    `UPDATE noted_bets SET ${CLOSING_COLUMNS.replaceAll(/\w+/g, '$& = @$&')} WHERE bet_id = @bet_id`,
  );
  const mark = database.prepare<[number, number]>('UPDATE noted_bets SET is_removed = ? WHERE bet_id = ?');
  const find = (betId: number) => {
    const row = select.get(betId);
    return row && betOf(row);
  };
  return {
    all: () => selectAll.all().map(betOf),
    find,
    add: (note) => ({ ...note, betId: Number(insert.run(noteRow(note)).lastInsertRowid), closing: null }),
    change: (bet) => void update.run({ bet_id: bet.betId, ...noteRow(bet), ...closingRow(bet.closing) }),
    remove: (betId) => void mark.run(1, betId),
    restore(betId) {
      mark.run(0, betId);
      return find(betId);
    },
    keepClosings(closings) {
      database.transaction(() => {
        for (const { betId, closing } of closings)
          updateClosing.run({ bet_id: betId, ...closingRow(closing) });
      })();
    },
  };
}

function noteRow(note: BetNote) {
  return {
    sport: note.sport,
    game: note.game,
    sportsbook: note.sportsbook,
    wording: note.wording,
    market: note.subject?.market ?? null,
    side: note.subject?.side ?? null,
    american: note.american,
    stake_hundredths: note.stakeHundredths,
    currency: note.currency,
    placed_ms: note.placedAtMs,
    starts_ms: note.startsAtMs,
    comment: note.comment,
    result: note.result,
  };
}

function closingRow(closing: ClosingLine | null) {
  return {
    closing_american: closing?.american ?? null,
    closing_fair: closing?.fairProbability ?? null,
    closing_books: closing?.sportsbooks ?? null,
    closing_seen_ms: closing?.seenAtMs ?? null,
    closing_is_final: closing === null ? null : Number(closing.isFinal),
  };
}

function betOf(row: BetRow): NotedBet {
  return {
    betId: row.bet_id,
    sport: row.sport,
    game: row.game,
    sportsbook: row.sportsbook,
    wording: row.wording,
    subject: row.market === null || row.side === null ? null : { market: row.market, side: row.side },
    american: row.american as AmericanOdds,
    stakeHundredths: row.stake_hundredths,
    currency: row.currency,
    placedAtMs: row.placed_ms,
    startsAtMs: row.starts_ms,
    comment: row.comment,
    result: row.result as BetResult,
    closing:
      row.closing_seen_ms === null
        ? null
        : {
            american: row.closing_american as AmericanOdds | null,
            fairProbability: row.closing_fair,
            sportsbooks: row.closing_books ?? 0,
            seenAtMs: row.closing_seen_ms,
            isFinal: row.closing_is_final === 1,
          },
  };
}
