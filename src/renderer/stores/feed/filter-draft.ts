import type { Catalogue, CatalogueGame } from '#contract/catalogue.ts';
import { type FeedFilters, FILTER_LISTS, type FilterList } from '#contract/filters.ts';
import { type AskSize, estimateAsk } from '#domain/catalogue/estimate.ts';

/** What is chosen of one list: everything (also what comes later), or just these names. */
export type Chosen = 'all' | ReadonlySet<string>;

/** Filters that are being put together, list by list. */
export type FilterDraft = Readonly<Record<FilterList, Chosen>>;

/** The names that each list offers now, as the others narrow it. */
export interface Offer {
  readonly sports: readonly string[];
  readonly sportsbooks: readonly string[];
  readonly games: readonly CatalogueGame[];
  readonly markets: readonly string[];
}

/** From this many selections on, an ask is worth a second thought. */
export const LARGE_ASK_SELECTIONS = 300_000;

/** The draft that asks for what these filters ask for. */
export function draftOf(filters: FeedFilters): FilterDraft {
  const chosen = (list: FilterList): Chosen => (filters[list] ? new Set(filters[list]) : 'all');
  return {
    sports: chosen('sports'),
    sportsbooks: chosen('sportsbooks'),
    games: chosen('games'),
    markets: chosen('markets'),
  };
}

/** What stands to be chosen: games of the chosen sports only, grouped by sport, each sport in the order of starts. */
export function offerOf(catalogue: Catalogue, draft: FilterDraft, markets: readonly string[]): Offer {
  const { sports, sportsbooks, games } = catalogue;
  const rank = new Map(sports.value.map((sport, at) => [sport, at]));
  const place = (sport: string | null) => rank.get(sport ?? '') ?? rank.size;
  return {
    sports: sports.value,
    sportsbooks: sportsbooks.value,
    games: games.value
      .filter(({ sport }) => sport === null || isChosen(draft.sports, sport))
      .sort(
        (left, right) =>
          place(left.sport) - place(right.sport) ||
          (left.startsAtMs ?? Number.MAX_VALUE) - (right.startsAtMs ?? Number.MAX_VALUE) ||
          left.label.localeCompare(right.label),
      ),
    markets,
  };
}

/** The names that a list offers. */
export function namesOf(offer: Offer, list: FilterList): readonly string[] {
  return list === 'games' ? offer.games.map(({ label }) => label) : offer[list];
}

export function isChosen(chosen: Chosen, name: string): boolean {
  return chosen === 'all' || chosen.has(name);
}

/** How many of these names are chosen. */
export function countChosen(chosen: Chosen, names: readonly string[]): number {
  return chosen === 'all' ? names.length : names.filter((name) => chosen.has(name)).length;
}

/** Chooses some names, or lets go of them; a list of which everything is chosen is `all` again. */
export function choose(
  chosen: Chosen,
  offered: readonly string[],
  names: readonly string[],
  isWanted: boolean,
): Chosen {
  const next = new Set(chosen === 'all' ? offered : offered.filter((name) => chosen.has(name)));
  for (const name of names) {
    if (isWanted) next.add(name);
    else next.delete(name);
  }
  return offered.every((name) => next.has(name)) && offered.length > 0 ? 'all' : next;
}

/** The draft with another choice of sports; the games of a sport that is new come with it. */
export function withSports(draft: FilterDraft, sports: Chosen, games: readonly CatalogueGame[]): FilterDraft {
  if (draft.games === 'all') return { ...draft, sports };
  const isNew = ({ sport }: CatalogueGame) =>
    sport !== null && isChosen(sports, sport) && !isChosen(draft.sports, sport);
  const added = games.filter(isNew).map(({ label }) => label);
  return { ...draft, sports, games: new Set([...draft.games, ...added]) };
}

/** The lists of which nothing is chosen: such a draft asks for nothing, and can't be applied. */
export function emptyLists(draft: FilterDraft, offer: Offer): readonly FilterList[] {
  return FILTER_LISTS.filter(
    (list) => draft[list] !== 'all' && countChosen(draft[list], namesOf(offer, list)) === 0,
  );
}

/** The filters of a draft. A list of which all is chosen is left out, so that what is new comes by itself. */
export function filtersOf(draft: FilterDraft, offer: Offer): FeedFilters {
  const filters: Partial<Record<FilterList, readonly string[]>> = {};
  for (const list of FILTER_LISTS) {
    const chosen = draft[list];
    if (chosen === 'all') continue;
    const offered = namesOf(offer, list);
    const names = offered.filter((name) => chosen.has(name));
    if (names.length < offered.length) filters[list] = names;
  }
  return filters;
}

/** How much the draft may bring, given the outcomes that a game has at a sportsbook. */
export function sizeOf(draft: FilterDraft, offer: Offer, outcomesAGame: number): AskSize {
  const { markets } = filtersOf(draft, offer);
  return estimateAsk({
    games: countChosen(draft.games, namesOf(offer, 'games')),
    sportsbooks: countChosen(draft.sportsbooks, offer.sportsbooks),
    markets: markets ?? null,
    offeredMarkets: offer.markets,
    outcomesAGame,
  });
}

/** Why an ask deserves a second thought; `null` when it does not. */
export function largeAsk(filters: FeedFilters, size: AskSize): 'everything' | 'large' | null {
  if (FILTER_LISTS.every((list) => filters[list] === undefined)) return 'everything';
  return size.selections > LARGE_ASK_SELECTIONS ? 'large' : null;
}

/** Whether two filters ask for the same, whatever the order of names. */
export function isSameAsk(left: FeedFilters, right: FeedFilters): boolean {
  return FILTER_LISTS.every((list) => {
    const [a, b] = [left[list], right[list]];
    if (a === undefined || b === undefined) return a === b;
    const names = new Set(b);
    return a.length === b.length && a.every((name) => names.has(name));
  });
}
