import type { Stores } from '../../stores/stores.ts';

/** What stands `step` places on in a list that is a ring; the first where the present one is not in it. */
export function nextOf<T>(values: readonly T[], present: T, step = 1): T {
  const at = values.indexOf(present);
  return values[at < 0 ? 0 : (at + step + values.length) % values.length]!;
}

/** The next league that has games, or the one before. */
export function chooseNextLeague({ leagues, choice }: Stores, step: 1 | -1): void {
  const sports = (leagues.leagues.read() ?? []).map(({ sport }) => sport);
  if (sports.length > 0) choice.chooseLeague(nextOf(sports, choice.query.read()?.sport ?? '', step));
}

/** The next market of the league on screen, or the one before. */
export function chooseNextMarket({ leagues, choice }: Stores, step: 1 | -1): void {
  const query = choice.query.read();
  const league = leagues.leagues.read()?.find(({ sport }) => sport === query?.sport);
  const keys = league?.markets.map(({ key }) => key) ?? [];
  if (query && keys.length > 0) choice.chooseMarket(nextOf(keys, query.market, step));
}
