import { useMemo, useState } from 'react';
import { MOST_FOLLOWED } from '#contract/settings.ts';
import { type LiveGame, liveGames } from '../../stores/plays/live-games.ts';
import { texts } from '../../texts.ts';
import { type PickLine, PickList } from '../../ui/pick-list.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { timeText } from '../../ui/time-text.ts';
import { useStores } from '../stores-context.ts';
import { useMinute } from '../use-minute.ts';
import { useObservable } from '../use-observable.ts';

/** The games under way, of which up to ten can be followed. */
export function GamePicker() {
  const { plays, scheduler } = useStores();
  const tickers = useObservable(plays.tickers);
  const games = useLiveGames();
  const [search, setSearch] = useState('');
  const [isFull, setFull] = useState(false);
  const followed = new Set(tickers.map(({ game }) => game));
  const lines = useMemo(() => linesOf(games, search), [games, search]);

  const toggle = (game: string) => {
    if (followed.has(game)) plays.drop(game);
    const startsAtMs = games.find((live) => live.game === game)?.startsAtMs ?? scheduler.nowMs();
    setFull(!followed.has(game) && !plays.pick(game, startsAtMs));
  };

  return (
    <section className="game-picker" aria-label={texts.plays.games}>
      <div className="filter-head">
        <h2 className="part-title">{texts.plays.games}</h2>
        <span className="filter-count" role="status">
          {texts.plays.picked(tickers.length, MOST_FOLLOWED)}
        </span>
      </div>
      <SearchInput label={texts.plays.search} value={search} onChange={setSearch} />
      <p className="picker-full" role="status">
        {isFull ? texts.plays.full : ''}
      </p>
      {lines.length > 0 ? (
        <PickList
          label={texts.plays.games}
          lines={lines}
          isPicked={(game) => followed.has(game)}
          onToggle={toggle}
        />
      ) : (
        <p className="filter-empty hint">
          {search === '' ? `${texts.plays.noGamesTitle}. ${texts.plays.noGamesHint}` : texts.plays.noMatch}
        </p>
      )}
    </section>
  );
}

/** Looked at anew each minute: that is how games begin. */
function useLiveGames(): readonly LiveGame[] {
  const { catalogue, screen } = useStores();
  const listed = useObservable(catalogue.catalogue)?.games.value;
  const { rows, query } = useObservable(screen.shape);
  const minuteMs = useMinute();
  return useMemo(
    () => liveGames(listed ?? [], rows, query?.sport ?? null, minuteMs),
    [listed, rows, query, minuteMs],
  );
}

function linesOf(games: readonly LiveGame[], search: string): readonly PickLine[] {
  const lines: PickLine[] = [];
  const sought = search.trim().toLowerCase();
  let sport: string | null | undefined;
  for (const game of games) {
    const text = texts.plays.gameName(game.away, game.home);
    if (!`${text} ${game.sport ?? ''}`.toLowerCase().includes(sought)) continue;
    if (game.sport !== sport) lines.push({ kind: 'heading', text: game.sport ?? texts.plays.noSport });
    sport = game.sport;
    const name = game.away === '' ? { text } : { text: game.away, below: texts.plays.atHome(game.home) };
    lines.push({ kind: 'name', name: game.game, ...name, note: timeText(game.startsAtMs) });
  }
  return lines;
}
