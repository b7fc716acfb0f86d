import type { Aged, Catalogue } from '#contract/catalogue.ts';
import type { ParlayView } from '#contract/parlays.ts';
import type { ComparedBoard } from '#domain/comparison/compared-board.ts';
import type { MarketsQuery, Rest, RestOutcome } from '../ports/rest.ts';
import { priceParlays } from '../usecases/catalogue/price-parlays.ts';
import { CatalogueKeeper } from '../usecases/catalogue/refresh-catalogue.ts';
import type { PartContext } from './context.ts';

/** What comes over GETs: the catalogue, and posted parlays. */
export class CataloguePart {
  readonly #rest: Rest;
  readonly #keeper: CatalogueKeeper;

  constructor({ rest, stores, clock, sink }: PartContext) {
    this.#rest = rest;
    this.#keeper = new CatalogueKeeper({
      rest,
      store: stores.catalogue,
      clock,
      changed: (catalogue) => sink.catalogue(catalogue),
    });
  }

  /** Fetches the catalogue in the background from now on; a recorder does without. */
  start(): void {
    this.#keeper.start();
  }

  stop(): void {
    this.#keeper.stop();
    this.#rest.stop();
  }

  catalogue(): Catalogue {
    return this.#keeper.catalogue;
  }

  refresh(): void {
    void this.#keeper.refresh();
  }

  /** Resolves when each part was fetched at least once, or could not be. */
  complete(): Promise<void> {
    return this.#keeper.complete();
  }

  markets(query: MarketsQuery): Promise<Aged<readonly string[]>> {
    return this.#keeper.markets(query);
  }

  /** The parlays that a sportsbook posts, with today's prices of their legs. */
  async parlays(
    sportsbook: string,
    { isLive, ...on }: ComparedBoard & { readonly isLive: () => boolean },
  ): Promise<RestOutcome<ParlayView[]>> {
    const offers = await this.#rest.parlays(sportsbook);
    return offers.ok ? { ok: true, value: priceParlays(on, sportsbook, offers.value, isLive()) } : offers;
  }
}
