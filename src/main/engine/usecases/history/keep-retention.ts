import type { RetentionLimits } from '#domain/history/retention.ts';
import type { BetStore } from '../../ports/bet-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { History, Retention } from '../../ports/history.ts';
import type { WatchlistStore } from '../../ports/watchlist-store.ts';

/** The first look comes when the start is over. */
const FIRST_AFTER_MS = 60_000;
const LOOK_EVERY_MS = 3_600_000;

interface RetentionNeeds {
  readonly clock: Clock;
  readonly history: Pick<History, 'retain'>;
  readonly bets: BetStore;
  readonly watchlists: WatchlistStore;
  readonly limits: RetentionLimits;
}

/** Keeps the history within its limits, once an hour; games that are watched or carry a noted bet stay. */
export class RetentionKeeper {
  readonly #needs: RetentionNeeds;
  #limits: RetentionLimits;
  #cancel: () => void;

  constructor(needs: RetentionNeeds) {
    this.#needs = needs;
    this.#limits = needs.limits;
    this.#cancel = needs.clock.after(FIRST_AFTER_MS, () => this.#look());
  }

  /** Other limits, in effect at once. */
  change(limits: RetentionLimits): void {
    this.#limits = limits;
    this.#cancel();
    this.#look();
  }

  /** These limits with the games that stay whatever they are. */
  with(limits: RetentionLimits): Retention {
    const games = new Set(this.#needs.bets.all().map(({ game }) => game));
    for (const { entries } of this.#needs.watchlists.all()) {
      for (const entry of entries) if ('game' in entry) games.add(entry.game);
    }
    return { limits, keptGames: [...games] };
  }

  stop(): void {
    this.#cancel();
  }

  #look(): void {
    const { days, bytes } = this.#limits;
    if (days !== null || bytes !== null) this.#needs.history.retain(this.with(this.#limits));
    this.#cancel = this.#needs.clock.after(LOOK_EVERY_MS, () => this.#look());
  }
}
