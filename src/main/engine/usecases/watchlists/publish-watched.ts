import type { WatchedPrices, WatchRow } from '#contract/watchlists.ts';
import { CHANGE_ADDED, type Changes } from '#domain/board/changes.ts';
import { wordSelection } from '#domain/board/describe.ts';
import type { ComparedBoard } from '#domain/comparison/compared-board.ts';
import { isPlayer } from '#domain/identity/selection/selection-identity.ts';
import { type WatchedRow, watchedRows } from '#domain/watchlist/watched-rows.ts';
import type { Watchlist } from '#domain/watchlist/watchlist.ts';
import type { Clock } from '../../ports/clock.ts';

/** A window that looks at a watchlist is told what moved at most this often. */
export const WATCH_GAP_MS = 250;

interface PublishNeeds extends ComparedBoard {
  readonly clock: Clock;
  readonly isLive: () => boolean;
  readonly send: (prices: WatchedPrices) => void;
}

interface Watched {
  readonly entry: Watchlist['entries'][number];
  rows: readonly WatchRow[];
  matches: ReadonlySet<number>;
}

/**
 * Keeps one window's watchlist current: absolute values, all rows at once, and only when one of them looks different.
 * An entry is read anew when something moved in a match of its own, or when a game came that may be one.
 */
export class WatchedPublisher {
  readonly #needs: PublishNeeds;
  #watchlist: Watchlist | undefined;
  #watched: Watched[] = [];
  readonly #dirty = new Set<Watched>();
  #sent = '';
  #isHidden = false;
  #cancel: (() => void) | undefined;

  constructor(needs: PublishNeeds) {
    this.#needs = needs;
  }

  /** Looks at a watchlist from now on; answers its rows as they stand. */
  open(watchlist: Watchlist | undefined): WatchedPrices {
    this.close();
    this.#watchlist = watchlist;
    this.#watched = (watchlist?.entries ?? []).map((entry) =>
      this.#read({ entry, rows: [], matches: new Set() }),
    );
    const prices = this.#prices();
    this.#sent = JSON.stringify(prices);
    return prices;
  }

  /** The watchlist that the window looks at. */
  get watchlistId(): string | undefined {
    return this.#watchlist?.watchlistId;
  }

  close(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#watchlist = undefined;
    this.#watched = [];
    this.#dirty.clear();
  }

  setHidden(isHidden: boolean): void {
    this.#isHidden = isHidden;
    this.#schedule();
  }

  /** The feed became live or stopped being it. */
  noteLive(): void {
    for (const each of this.#watched) this.#dirty.add(each);
    this.#schedule();
  }

  /** Takes note of a fold that the comparison has taken note of. */
  note(changes: Changes): void {
    if (this.#watched.length === 0) return;
    const { board, fixtures } = this.#needs;
    const moved = new Set<number>();
    for (let at = 0; at < changes.count; at += 1) {
      const selection = changes.selection(at);
      const listing = board.listings.at(board.selections.listing(selection));
      if (listing === undefined) continue;
      moved.add(fixtures.matchOf(listing.game));
      if (changes.what(at) & CHANGE_ADDED) this.#notePlayer(board.selections.target(selection));
    }
    for (const each of this.#watched) {
      if (this.#dirty.has(each)) continue;
      if (changes.hasGames || [...each.matches].some((match) => moved.has(match))) this.#dirty.add(each);
    }
    this.#schedule();
  }

  #notePlayer(target: string | null): void {
    for (const each of this.#watched)
      if (each.entry.kind === 'player' && isPlayer(target, each.entry.player)) this.#dirty.add(each);
  }

  #schedule(): void {
    if (this.#dirty.size === 0 || this.#isHidden || this.#cancel !== undefined) return;
    this.#cancel = this.#needs.clock.after(WATCH_GAP_MS, () => {
      this.#cancel = undefined;
      if (this.#isHidden) return;
      for (const each of this.#dirty) this.#read(each);
      this.#dirty.clear();
      const prices = this.#prices();
      const text = JSON.stringify(prices);
      if (text === this.#sent) return;
      this.#sent = text;
      this.#needs.send(prices);
    });
  }

  #read(watched: Watched): Watched {
    const rows = watchedRows(watched.entry, this.#needs);
    watched.rows = rows.map((row) => this.#describe(row));
    watched.matches = new Set(rows.map(({ match }) => match));
    return watched;
  }

  #prices(): WatchedPrices {
    return {
      watchlistId: this.#watchlist?.watchlistId ?? '',
      rows: this.#watched.flatMap(({ rows }) => rows),
    };
  }

  #describe(row: WatchedRow): WatchRow {
    const { board, comparison, isLive } = this.#needs;
    const { selections } = board;
    const { game, selection } = row;
    return {
      rowId: rowIdOf(row),
      entryId: row.entryId,
      game: game.label,
      home: game.home,
      away: game.away,
      sport: game.sport,
      startsAtMs: game.startsAtMs,
      market: row.market,
      side: row.side,
      wording: wordSelection(board, selection),
      sportsbook: row.sportsbook,
      sportsbooks: row.sportsbooks,
      american: selections.american(selection),
      line: comparison.betOf(selection)?.line ?? null,
      changedAtMs: selections.changedAtMs(selection),
      isLive: isLive() && board.isConfirmed(selection),
    };
  }
}

/** Tells a row from every other one of its watchlist. */
export function rowIdOf({ entryId, game, market, side }: WatchedRow): string {
  return `${entryId} ${game.label} ${market} ${side}`;
}
