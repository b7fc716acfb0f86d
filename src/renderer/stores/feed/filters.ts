import type { Bridge } from '#contract/bridge.ts';
import type { FeedFilters, FilterState, UnknownName } from '#contract/filters.ts';
import { type Observable, observable } from '../observable.ts';

/** What the provider is asked for, and what became of it. */
export interface FiltersStore {
  /** `null` before the first answer. */
  readonly state: Observable<FilterState | null>;
  /** Why the last change was not taken, as a sentence. */
  readonly failure: Observable<string | null>;
  /** Asks for other prices from now on. Resolves with whether that was taken. */
  apply(filters: FeedFilters): Promise<boolean>;
  /** Puts a name that exists in the place of one that does not, or (`null`) leaves it out, at once. */
  replace(unknown: UnknownName, name: string | null): Promise<boolean>;
  stop(): void;
}

/** Starts to follow the filters: listens first, then asks; another run of the engine is asked anew. */
export function followFilters(bridge: Bridge): FiltersStore {
  const state = observable<FilterState | null>(null);
  const failure = observable<string | null>(null);
  let news = 0;
  let stopped = false;

  const receive = (next: FilterState) => {
    news += 1;
    state.write(next);
  };
  const read = async () => {
    const before = news;
    const reply = await bridge.request('filters.read', null);
    if (stopped || before !== news) return;
    if (reply.ok) receive(reply.value);
    else failure.write(reply.message);
  };
  const apply = async (filters: FeedFilters) => {
    const before = news;
    const reply = await bridge.request('filters.change', filters);
    if (stopped) return false;
    failure.write(reply.ok ? null : reply.message);
    if (reply.ok && before === news) receive(reply.value);
    return reply.ok;
  };

  const unlistens = [
    bridge.listen('filters', receive),
    bridge.listen('engine.started', () => {
      news += 1;
      void read();
    }),
  ];
  void read();

  return {
    state,
    failure,
    apply,
    replace: (unknown, name) => apply(replaced(state.read()?.filters ?? {}, unknown, name)),
    stop() {
      stopped = true;
      for (const unlisten of unlistens) unlisten();
    },
  };
}

/** A list that has lost its last name is left out: an empty one would mean nothing at all. */
export function replaced(filters: FeedFilters, { list, name }: UnknownName, by: string | null): FeedFilters {
  const rest = (filters[list] ?? []).filter((each) => each !== name);
  const names = by === null || rest.includes(by) ? rest : [...rest, by];
  const { [list]: _dropped, ...others } = filters;
  return names.length === 0 ? others : { ...others, [list]: names };
}
