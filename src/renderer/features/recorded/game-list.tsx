import { useMemo, useState } from 'react';
import type { RecordedGame } from '#contract/history.ts';
import { texts } from '../../texts.ts';
import { type PickLine, PickList } from '../../ui/pick-list.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { dayText, timeText } from '../../ui/time-text.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

const words = texts.storage.recorded;

/** The recorded games by league, those that started last first; one is looked at. */
export function GameList() {
  const { recorded, scheduler } = useStores();
  const { games, game } = useObservable(recorded.view);
  const [search, setSearch] = useState('');
  const lines = useMemo(() => linesOf(games ?? [], search, scheduler.nowMs()), [games, search, scheduler]);
  return (
    <section className="recorded-list" aria-label={words.games}>
      <SearchInput label={words.search} value={search} onChange={setSearch} />
      {lines.length > 0 || games === null ? (
        <PickList
          label={words.games}
          lines={lines}
          isSingle
          isPicked={(label) => label === game?.label}
          onToggle={(label) => void recorded.choose(label)}
        />
      ) : (
        <p className="filter-empty hint">{words.noMatch}</p>
      )}
    </section>
  );
}

function linesOf(games: readonly RecordedGame[], search: string, nowMs: number): readonly PickLine[] {
  const sought = search.trim().toLowerCase();
  const bySport = Map.groupBy(
    games.filter(({ label, home, away, sport }) =>
      `${label} ${away} ${home} ${sport}`.toLowerCase().includes(sought),
    ),
    ({ sport }) => sport,
  );
  return [...bySport]
    .sort(([left], [right]) => left.localeCompare(right))
    .flatMap(([sport, own]): PickLine[] => [
      { kind: 'heading', text: sport },
      ...own.map(({ label, home, away, startsAtMs }) => ({
        kind: 'name' as const,
        name: label,
        text: away,
        below: texts.plays.atHome(home),
        note: startsAtMs === null ? undefined : `${dayText(startsAtMs, nowMs)}\n${timeText(startsAtMs)}`,
      })),
    ]);
}
