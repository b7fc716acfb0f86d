import type Database from 'better-sqlite3';
import type { PriceSeries, RecordedGame, SeriesQuery } from '#contract/history.ts';
import type { RetentionPreview } from '#contract/storage.ts';
import type { MatchLabel } from '#domain/board/fixtures.ts';
import { decodeChanges, HEAD_BYTES, headOfChanges } from '#domain/history/changes-codec.ts';
import { type Opener, openerOf, type RecordedPrice } from '#domain/history/opener.ts';
import { cutSeries, joinSeries, type SeriesChange } from '#domain/history/selection-series.ts';
import { summarize } from '#domain/history/series-summary.ts';
import { thin } from '#domain/history/thin.ts';
import { isSameBet } from '#domain/identity/selection/bet-keys.ts';
import {
  betIdentity,
  namesWithDraw,
  type SelectionGame,
} from '#domain/identity/selection/selection-identity.ts';
import { type AmericanOdds, NOT_OFFERED } from '#domain/odds/american.ts';
import { impliedProbability } from '#domain/odds/convert.ts';
import type { PlayEntry } from '#domain/play/play.ts';
import type { OpeningsQuery, Retention } from '../../../ports/history.ts';
import type { KeptGame, KeptSelection } from '../../../ports/recorded-day.ts';
import { asMatches } from './kept-matches.ts';
import { readPlays } from './kept-plays.ts';
import type { KeptMarket, StoredContents } from './reader-calls.ts';
import { previewRetention } from './retention/preview-retention.ts';

const GAME_COLUMNS = 'id, label, sport, home, away, starts_ms AS startsAtMs, universal_id AS universalId';

/** Reads the history on a connection of its own: it never waits for the writer. */
export class HistoryReader {
  readonly #statements;
  readonly #asOne: (read: () => void) => void;

  readonly #database: Database.Database;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#statements = {
      game: database.prepare<[string], KeptGame>(`SELECT ${GAME_COLUMNS} FROM games WHERE label = ?`),
      games: database.prepare<[], KeptGame>(`SELECT ${GAME_COLUMNS} FROM games ORDER BY id`),
      extent: database.prepare<[], Pick<StoredContents, 'changes' | 'firstMs' | 'lastMs'>>(
        'SELECT coalesce(sum(count), 0) AS changes, min(first_ms) AS firstMs, max(last_ms) AS lastMs FROM chunks',
      ),
      journalHeads: database.prepare<[], { head: Buffer }>(
        `SELECT substr(body, 1, ${HEAD_BYTES}) AS head FROM journal ORDER BY id`,
      ),
      sports: database.prepare<[], { sport: string; games: number }>(
        'SELECT sport, count(*) AS games FROM games GROUP BY sport ORDER BY sport',
      ),
      sportsbooks: database.prepare<[], { name: string }>('SELECT name FROM sportsbooks ORDER BY name'),
      selections: database.prepare<[number], KeptSelection>(
        `SELECT s.id, b.name AS sportsbook, o.outcome, o.name, o.line, o.over_under AS overUnder, o.target
         FROM outcomes o JOIN selections s ON s.outcome = o.id JOIN sportsbooks b ON b.id = s.sportsbook
         WHERE o.game = ?`,
      ),
      chunks: database.prepare<[number], { body: Buffer }>(
        'SELECT body FROM chunks WHERE game = ? ORDER BY last_ms, id',
      ),
      journal: database.prepare<[], { body: Buffer }>('SELECT body FROM journal ORDER BY id'),
    };
    // chunks and journal have to be of one moment, or changes that move between them count twice or not at all
    this.#asOne = (read) => database.transaction(read).deferred();
  }

  /** Every game that the history knows. */
  games(): KeptGame[] {
    return this.#statements.games.all();
  }

  /** A game by its label. */
  gameOf(label: string): KeptGame | undefined {
    return this.#statements.game.get(label);
  }

  /** Every match as people know it, those that started last first. */
  newestMatches(): RecordedGame[] {
    return asMatches(this.games()).sort((left, right) => (right.startsAtMs ?? 0) - (left.startsAtMs ?? 0));
  }

  /** The markets of a match by its labels; outcomes of which nobody can tell what they are a bet on are left out. */
  marketsOf(labels: readonly MatchLabel[]): KeptMarket[] {
    const markets = new Map<string, KeptMarket>();
    for (const { selection, at } of this.#offersUnder(labels)) {
      const bet = betIdentity(selection, at);
      if (bet === null) continue;
      const known = markets.get(bet.market);
      if (known?.sides.includes(bet.side)) continue;
      if (known) known.sides.push(bet.side);
      else
        markets.set(bet.market, {
          bet,
          name: selection.name ?? '',
          target: selection.target,
          sides: [bet.side],
        });
    }
    for (const { sides } of markets.values()) sides.sort(byUsualOrder);
    return [...markets.values()];
  }

  /** The plays of a game by its label, in the order in which they were first told. */
  playsOf(game: string): PlayEntry[] {
    return readPlays(this.#database, game);
  }

  /** What would go by other limits. */
  previewRetention(retention: Retention, nowMs: number): RetentionPreview {
    return previewRetention(this.#database, retention, nowMs);
  }

  /** What the history holds, in short. */
  contents(): StoredContents {
    const { extent, sports, sportsbooks, journalHeads } = this.#statements;
    const heads = journalHeads.all().map(({ head }) => headOfChanges(head));
    const { changes, firstMs, lastMs } = extent.get()!;
    const [newestMs, oldestMs] = [heads.at(-1)?.firstMs ?? null, heads[0]?.firstMs ?? null];
    return {
      changes: heads.reduce((sum, { count }) => sum + count, changes),
      firstMs: firstMs ?? oldestMs,
      lastMs: newestMs ?? lastMs,
      sports: sports.all(),
      sportsbooks: sportsbooks.all().map(({ name }) => name),
    };
  }

  /** The selections of a game. */
  selectionsOf(game: number): KeptSelection[] {
    return this.#statements.selections.all(game);
  }

  /** Hands over every change of some games' selections, per selection in the order in which they came. */
  changesOf(
    games: readonly number[],
    visit: (selection: number, atMs: number, american: number, what: number) => void,
  ): void {
    this.#asOne(() => {
      const hand = (body: Buffer) =>
        decodeChanges(body, ({ selection, atMs, american, what }) => visit(selection, atMs, american, what));
      for (const game of games) for (const { body } of this.#statements.chunks.iterate(game)) hand(body);
      for (const { body } of this.#statements.journal.iterate()) hand(body);
    });
  }

  /** What a market of some games opened at; of a game that was compacted only the beginning is read. */
  openers({ market, games }: OpeningsQuery): (Opener | null)[] {
    const asked = games.map(({ labels, sides }) =>
      labels.map((label) => this.#openingOf(label, market, sides)),
    );
    this.#asOne(() => {
      const unread: Opening[] = [];
      for (const opening of asked.flat()) {
        if (opening.bets.size === 0) continue;
        for (const { body } of this.#statements.chunks.iterate(opening.game)) {
          takePrices(body, opening.bets);
          if (opening.prices.length > 0) break;
        }
        if (opening.prices.length === 0) unread.push(opening);
      }
      if (unread.length === 0) return;
      const bets = new Map(unread.flatMap((opening) => [...opening.bets]));
      for (const { body } of this.#statements.journal.iterate()) takePrices(body, bets);
    });
    return asked.map((openings) => openerOf(openings.flatMap(({ prices }) => prices)));
  }

  /** What was offered of a match under some of its labels. */
  *#offersUnder(labels: readonly MatchLabel[]) {
    for (const { label, isFlipped } of labels) {
      const game = this.gameOf(label);
      if (game === undefined) continue;
      for (const offer of offersOf(this.selectionsOf(game.id), game, isFlipped))
        yield { ...offer, gameId: game.id };
    }
  }

  #openingOf(label: MatchLabel, market: string, sides: number): Opening {
    const opening: Opening = { game: 0, bets: new Map(), prices: [] };
    for (const { selection, at, gameId } of this.#offersUnder([label])) {
      opening.game = gameId;
      const bet = betIdentity(selection, at);
      if (bet !== null && bet.kind === market && bet.period === 'game' && bet.ways === sides)
        opening.bets.set(selection.id, {
          sportsbook: selection.sportsbook,
          market: bet.market,
          side: bet.side,
          line: bet.line,
          prices: opening.prices,
        });
    }
    return opening;
  }

  /** The history of one outcome, or of one bet at every sportsbook; one series a sportsbook, sorted by its name. */
  series({ games, of, fromMs, toMs, columns }: SeriesQuery): PriceSeries[] {
    const seriesOf = new Map<number, { readonly line: number | null; readonly changes: SeriesChange[] }>();
    const byBook = new Map<string, SeriesChange[]>();
    const ids = new Set<number>();
    for (const { selection, at, gameId } of this.#offersUnder(games)) {
      ids.add(gameId);
      if (of.kind === 'outcome' && !isNamed(selection, of)) continue;
      const bet = betIdentity(selection, at);
      if (of.kind === 'bet' && !isSameBet(bet, of)) continue;
      const changes = byBook.get(selection.sportsbook) ?? [];
      byBook.set(selection.sportsbook, changes);
      seriesOf.set(selection.id, { line: bet?.line ?? null, changes });
    }
    if (seriesOf.size === 0) return [];
    this.changesOf([...ids], (selection, atMs, american, what) => {
      const series = seriesOf.get(selection);
      series?.changes.push({ atMs, american, what, line: series.line });
    });
    return [...byBook]
      .map(([sportsbook, changes]) => {
        const points = cutSeries(joinSeries(changes), fromMs, toMs);
        return { sportsbook, points: thin(points, columns, heightOf), summary: summarize(points) };
      })
      .filter(({ points }) => points.length > 0)
      .sort((left, right) => (left.sportsbook < right.sportsbook ? -1 : 1));
  }
}

/** A market whose opener is looked for. */
interface Opening {
  /** 0 = none. */
  game: number;
  readonly bets: OpeningBets;
  /** Prices of its selections, as far as they were read. */
  readonly prices: RecordedPrice[];
}

/** Selections by their ids, each with where its prices go. */
type OpeningBets = Map<
  number,
  Omit<RecordedPrice, 'american' | 'atMs'> & { readonly prices: RecordedPrice[] }
>;

function takePrices(body: Buffer, bets: OpeningBets): void {
  decodeChanges(body, ({ selection, american, atMs }) => {
    const bet = american === NOT_OFFERED ? undefined : bets.get(selection);
    if (bet === undefined) return;
    const { sportsbook, market, side, line, prices } = bet;
    prices.push({ sportsbook, market, side, line, american, atMs });
  });
}

/** The order in which the sides of a market are read. */
const SIDES = ['away', 'home', 'draw', 'over', 'under', 'yes', 'no'];

function byUsualOrder(left: string, right: string): number {
  return SIDES.indexOf(left) - SIDES.indexOf(right);
}

/** Selections of a game, sportsbook by sportsbook, with what it takes to know what each is a bet on. */
function* offersOf(
  selections: readonly KeptSelection[],
  game: KeptGame,
  isFlipped: boolean,
): Iterable<{ readonly selection: KeptSelection; readonly at: SelectionGame }> {
  for (const [, offered] of Map.groupBy(selections, ({ sportsbook }) => sportsbook)) {
    const at = { ...game, isFlipped, withDraw: namesWithDraw(offered) };
    for (const selection of offered) yield { selection, at };
  }
}

function isNamed(
  { sportsbook, outcome }: KeptSelection,
  of: { readonly sportsbook: string; readonly outcome: string },
): boolean {
  return sportsbook === of.sportsbook && outcome === of.outcome;
}

/** Where a point stands on a chart: the likelier the higher; suspensions lie under everything. */
export function heightOf({ american }: { readonly american: number }): number {
  return american === NOT_OFFERED ? 0 : impliedProbability(american as AmericanOdds);
}
