import type { Aged, Catalogue, CatalogueGame } from '#contract/catalogue.ts';
import type { CatalogueStore } from '../../ports/catalogue-store.ts';
import type { Clock } from '../../ports/clock.ts';
import type { MarketsQuery, ProviderInfo, ProviderMarkets, Rest, RestOutcome } from '../../ports/rest.ts';

const MINUTE_MS = 60_000;
/** How old a part may grow before it is fetched again. */
const MAX_AGE_MS = { info: 6 * 60 * MINUTE_MS, games: 10 * MINUTE_MS, markets: 12 * 60 * MINUTE_MS };
/** How long a part that failed is left alone. */
const RETRY_AFTER_MS = 2 * MINUTE_MS;

type IsDue = (held: Aged<unknown>, maxAgeMs: number) => boolean;

interface CatalogueNeeds {
  readonly rest: Rest;
  readonly store: CatalogueStore;
  readonly clock: Clock;
  /** Some part is new, or failed to become new. */
  readonly changed: (catalogue: Catalogue) => void;
}

/**
 * Keeps the provider's catalogue: read from the store at the start, refreshed in the background within the GET
 * budget, with the age of each part; a failed refresh leaves the old part standing.
 */
export class CatalogueKeeper {
  readonly #needs: CatalogueNeeds;
  #info: Aged<ProviderInfo>;
  #games: Aged<readonly CatalogueGame[]>;
  #markets: Aged<readonly string[]>;
  #refreshing: Promise<void> | undefined;
  #isStopped = false;
  #cancelTimer: (() => void) | undefined;

  constructor(needs: CatalogueNeeds) {
    this.#needs = needs;
    this.#info = this.#stored<ProviderInfo>('info', { sports: [], sportsbooks: [] });
    this.#games = this.#stored<readonly CatalogueGame[]>('games', []);
    this.#markets = this.#stored<readonly string[]>(marketsPart({}), []);
  }

  get catalogue(): Catalogue {
    const { fetchedAtMs, failure, value } = this.#info;
    return {
      sports: { fetchedAtMs, failure, value: value.sports },
      sportsbooks: { fetchedAtMs, failure, value: value.sportsbooks },
      games: this.#games,
      markets: this.#markets,
    };
  }

  /** Refreshes what has grown old, now and from now on. */
  start(): void {
    void this.#refreshOld();
  }

  stop(): void {
    this.#isStopped = true;
    this.#cancelTimer?.();
  }

  /** Fetches everything anew, within the budget. */
  async refresh(): Promise<void> {
    await this.#refresh(() => true);
  }

  /** Fetches what was never fetched. Resolves when that has come, or failed. */
  complete(): Promise<void> {
    return this.#refresh((held) => held.fetchedAtMs === null);
  }

  /** Market names of some sports and sportsbooks; from the store while they are young. */
  async markets(query: MarketsQuery): Promise<Aged<readonly string[]>> {
    const part = marketsPart(query);
    const held = this.#stored<readonly string[]>(part, []);
    return this.#isOld(held, MAX_AGE_MS.markets)
      ? this.#fetched(part, held, () => this.#needs.rest.markets(query), namesOfMarkets)
      : held;
  }

  async #refreshOld(): Promise<void> {
    await this.#refresh((held, maxAgeMs) => this.#isOld(held, maxAgeMs));
    if (this.#isStopped) return;
    this.#cancelTimer = this.#needs.clock.after(RETRY_AFTER_MS, () => void this.#refreshOld());
  }

  /** One refresh at a time: who asks meanwhile waits for the one that runs. */
  #refresh(isDue: IsDue): Promise<void> {
    if (this.#isStopped) return Promise.resolve();
    this.#refreshing ??= this.#fetchDue(isDue).finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #fetchDue(isDue: IsDue): Promise<void> {
    const { rest } = this.#needs;
    if (isDue(this.#info, MAX_AGE_MS.info)) {
      this.#info = await this.#fetched(
        'info',
        this.#info,
        () => rest.info(),
        (info) => info,
      );
      this.#tell();
    }
    if (isDue(this.#games, MAX_AGE_MS.games)) {
      this.#games = await this.#fetched(
        'games',
        this.#games,
        () => rest.games(),
        (games) => games.map(({ label, sport, startsAtMs }) => ({ label, sport, startsAtMs })),
      );
      this.#tell();
    }
    if (isDue(this.#markets, MAX_AGE_MS.markets)) {
      this.#markets = await this.#fetched(
        marketsPart({}),
        this.#markets,
        () => rest.markets({}),
        namesOfMarkets,
      );
      this.#tell();
    }
  }

  async #fetched<Raw, T>(
    part: string,
    held: Aged<T>,
    get: () => Promise<RestOutcome<Raw>>,
    read: (raw: Raw) => T,
  ): Promise<Aged<T>> {
    const outcome = await get();
    if (this.#isStopped) return held;
    if (!outcome.ok) return { ...held, failure: outcome.message };
    const fetched = { fetchedAtMs: this.#needs.clock.nowMs(), value: read(outcome.value) };
    this.#needs.store.write(part, fetched);
    return { ...fetched, failure: null };
  }

  #stored<T>(part: string, nothing: T): Aged<T> {
    const stored = this.#needs.store.read(part);
    return stored === undefined
      ? { fetchedAtMs: null, value: nothing, failure: null }
      : { fetchedAtMs: stored.fetchedAtMs, value: stored.value as T, failure: null };
  }

  #isOld(held: Aged<unknown>, maxAgeMs: number): boolean {
    return held.fetchedAtMs === null || Math.abs(this.#needs.clock.nowMs() - held.fetchedAtMs) > maxAgeMs;
  }

  #tell(): void {
    if (!this.#isStopped) this.#needs.changed(this.catalogue);
  }
}

function marketsPart({ sports = [], sportsbooks = [] }: MarketsQuery): string {
  return `markets ${JSON.stringify([[...sports].sort(), [...sportsbooks].sort()])}`;
}

/** Every market name once, the most common first. */
function namesOfMarkets(markets: ProviderMarkets): string[] {
  const counts = new Map<string, number>();
  for (const bySport of Object.values(markets)) {
    for (const names of Object.values(bySport))
      for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .sort((left, right) => right[1] - left[1] || left[0].localeCompare(right[0]))
    .map(([name]) => name);
}
