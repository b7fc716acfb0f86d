/**
 * What the odds feed is asked for. A list that is left out means all; an empty list is refused, because the provider
 * takes it as "nothing". Texts exactly as the catalogue gives them.
 */
export interface FeedFilters {
  readonly sports?: readonly string[];
  readonly sportsbooks?: readonly string[];
  readonly games?: readonly string[];
  readonly markets?: readonly string[];
}

/** The four lists, in the order in which people narrow them. */
export const FILTER_LISTS = ['sports', 'sportsbooks', 'games', 'markets'] as const;
export type FilterList = (typeof FILTER_LISTS)[number];

/** Names in the filters that the catalogue does not have, with the closest ones that it has. */
export interface UnknownName {
  readonly list: FilterList;
  readonly name: string;
  readonly closest: readonly string[];
}

/** The filters, and how the provider took them. */
export interface FilterState {
  readonly filters: FeedFilters;
  /** `asked`: the provider has not confirmed yet. `silent`: confirmed, but nothing came. `heard`: prices come. */
  readonly answer: 'asked' | 'silent' | 'heard';
  /** Why it may be silent. */
  readonly unknown: readonly UnknownName[];
}
