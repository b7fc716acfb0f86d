import type { Bridge } from '#contract/bridge.ts';
import type { Aged, Catalogue } from '#contract/catalogue.ts';
import { type Observable, observable } from '../observable.ts';

/** Narrows the markets; a list that is left out means all. */
export interface MarketsQuery {
  readonly sports?: readonly string[];
  readonly sportsbooks?: readonly string[];
}

/** What can be subscribed to, with its age. */
export interface CatalogueStore {
  /** `null` before the first answer. */
  readonly catalogue: Observable<Catalogue | null>;
  /** Why there is none, as a sentence. */
  readonly failure: Observable<string | null>;
  /** The markets of the query asked last; `null` while they are awaited. */
  readonly markets: Observable<Aged<readonly string[]> | null>;
  /** Asks for the markets of some sports and sportsbooks; the last question wins. */
  readMarkets(query: MarketsQuery): void;
  /** Fetches everything anew, as the provider's limits allow. */
  refresh(): void;
  stop(): void;
}

/** Starts to follow the catalogue: listens first, then asks; another run of the engine is asked anew. */
export function followCatalogue(bridge: Bridge): CatalogueStore {
  const catalogue = observable<Catalogue | null>(null);
  const failure = observable<string | null>(null);
  const markets = observable<Aged<readonly string[]> | null>(null);
  let asked: MarketsQuery | null = null;
  let question = 0;
  let run = 0;
  let stopped = false;

  const receive = (next: Catalogue) => {
    run += 1;
    catalogue.write(next);
    failure.write(null);
  };
  const read = async () => {
    const before = run;
    const reply = await bridge.request('catalogue.read', null);
    if (stopped || before !== run) return;
    if (reply.ok) receive(reply.value);
    else failure.write(reply.message);
  };
  const readMarkets = async (query: MarketsQuery) => {
    asked = query;
    question += 1;
    const mine = question;
    markets.write(null);
    const reply = await bridge.request('markets.read', query);
    if (stopped || mine !== question) return;
    markets.write(reply.ok ? reply.value : { fetchedAtMs: null, value: [], failure: reply.message });
  };

  const unlistens = [
    bridge.listen('catalogue', receive),
    bridge.listen('engine.started', () => {
      run += 1;
      void read();
      if (asked) void readMarkets(asked);
    }),
  ];
  void read();

  return {
    catalogue,
    failure,
    markets,
    readMarkets: (query) => void readMarkets(query),
    refresh() {
      void bridge.request('catalogue.refresh', null).then((reply) => {
        if (!stopped && !reply.ok) failure.write(reply.message);
      });
      if (asked) void readMarkets(asked);
    },
    stop() {
      stopped = true;
      for (const unlisten of unlistens) unlisten();
    },
  };
}
