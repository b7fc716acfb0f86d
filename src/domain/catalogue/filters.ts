/** What a feed is narrowed to; a list that is left out means all. */
export interface FilterLists {
  readonly sports?: readonly string[] | undefined;
  readonly sportsbooks?: readonly string[] | undefined;
  readonly games?: readonly string[] | undefined;
  readonly markets?: readonly string[] | undefined;
}

/** Says whether the filters let a selection through. Build it once, ask it often. */
export function admits(
  filters: FilterLists,
): (at: { sportsbook: string; sport: string; game: string }, market: string | null) => boolean {
  const sports = setOf(filters.sports);
  const sportsbooks = setOf(filters.sportsbooks);
  const games = setOf(filters.games);
  const markets = setOf(filters.markets);
  return (at, market) =>
    sports?.has(at.sport) !== false &&
    sportsbooks?.has(at.sportsbook) !== false &&
    games?.has(at.game) !== false &&
    (market === null || markets?.has(market) !== false);
}

/** Whether all that `inner` lets through, `outer` lets through too. */
export function isWithin(inner: FilterLists, outer: FilterLists): boolean {
  return (['sports', 'sportsbooks', 'games', 'markets'] as const).every((list) => {
    const allowed = setOf(outer[list]);
    if (allowed === undefined) return true;
    return inner[list]?.every((name) => allowed.has(name)) ?? false;
  });
}

function setOf(names: readonly string[] | undefined): ReadonlySet<string> | undefined {
  return names === undefined || names.length === 0 ? undefined : new Set(names);
}
