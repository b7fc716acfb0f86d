import type { OddsFormat } from '#contract/settings.ts';
import type { Watchlists, WatchRow } from '#contract/watchlists.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import type { AmericanOdds } from '#domain/odds/american.ts';
import { formatOdds } from '#domain/odds/format.ts';
import type { TrayPrice } from '../../desktop/tray/tray-model.ts';
import type { EngineEvent, EngineThread } from '../engine-thread.ts';

/** The tray looks at a watchlist as a window does; windows are numbered from 1 up. */
const TRAY = 0;

/** Has the tray look at the first watchlist, whichever that is. `prices` hears its rows whenever they look different. */
export class TrayPrices {
  readonly #engine: Pick<EngineThread, 'call'>;
  readonly #prices: (rows: readonly WatchRow[]) => void;

  constructor(engine: Pick<EngineThread, 'call'>, prices: (rows: readonly WatchRow[]) => void) {
    this.#engine = engine;
    this.#prices = prices;
  }

  /** The engine has started: looks at the watchlist that is the first one now. */
  async open(): Promise<void> {
    await this.#lookAt(() => this.#engine.call('watchlists', null));
  }

  /** Takes the engine's news. */
  take(event: EngineEvent): void {
    if (event.kind === 'watchlists') void this.#lookAt(() => event.watchlists);
    if (event.kind === 'watched' && event.windowId === TRAY) this.#prices(event.prices.rows);
  }

  async #lookAt(watchlists: () => Watchlists | Promise<Watchlists>): Promise<void> {
    try {
      const [first] = await watchlists();
      const watchlistId = first?.watchlistId ?? null;
      const { rows } = await this.#engine.call('watchlist.open', { windowId: TRAY, watchlistId });
      this.#prices(rows);
    } catch {
      // an engine that is gone has no prices, and its successor is asked when it starts
    }
  }
}

/** A menu that is made anew under the pointer loses the click: prices alone do that no more often than this. */
const PRICES_EVERY_MS = 10_000;

/**
 * The watched prices as the menu has them: what is listed, and whether it is current, at once; mere moves every ten
 * seconds.
 */
export class SteadyPrices {
  #newest: readonly WatchRow[] = [];
  #shown: readonly WatchRow[] = [];
  #shownAtMs = Number.NEGATIVE_INFINITY;

  take(rows: readonly WatchRow[]): void {
    if (standing(rows) !== standing(this.#newest)) this.#shownAtMs = Number.NEGATIVE_INFINITY;
    this.#newest = rows;
  }

  /** The rows to show at this time of a steady clock, ms. */
  at(uptimeMs: number): readonly WatchRow[] {
    if (uptimeMs - this.#shownAtMs >= PRICES_EVERY_MS) {
      this.#shown = this.#newest;
      this.#shownAtMs = uptimeMs;
    }
    return this.#shown;
  }
}

function standing(rows: readonly WatchRow[]): string {
  return rows.map(({ rowId, isLive, american }) => `${rowId} ${isLive} ${american === 0}`).join('\n');
}

/** A watched price as a line of the menu; one that is not current says so. */
export function trayPrice(row: WatchRow, format: OddsFormat, isConnected: boolean): TrayPrice {
  const { wording, american, sportsbook, isLive, game } = row;
  const price =
    american === 0
      ? 'not offered'
      : `${formatOdds(american as AmericanOdds, format)} at ${sportsbookName(sportsbook)}`;
  return { text: `${wording}: ${price}${isLive && isConnected ? '' : ' (not current)'}`, game };
}
