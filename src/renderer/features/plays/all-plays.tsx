import { useMemo, useState } from 'react';
import { teamsOf } from '../../stores/plays/live-games.ts';
import type { Ticker } from '../../stores/plays/plays.ts';
import { texts } from '../../texts.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { PlayList } from './play-list.tsx';
import { EVERY_TYPE, typeChoices } from './play-types.ts';
import { PlaysAge } from './plays-age.tsx';

/** The plays of all followed games in the order in which they came, the newest on top. */
export function AllPlays({ tickers }: { readonly tickers: readonly Ticker[] }) {
  const [type, setType] = useState(EVERY_TYPE);
  const plays = useMemo(
    () =>
      tickers
        .flatMap((ticker) => ticker.plays)
        .sort((left, right) => left.atMs - right.atMs || left.sequence - right.sequence),
    [tickers],
  );
  const shown = useMemo(
    () => (type === EVERY_TYPE ? plays : plays.filter((play) => play.type === type)),
    [plays, type],
  );
  const nameOf = useMemo(() => {
    const names = new Map(
      tickers.map(({ game, state }) => {
        const { home, away } = state && state.away !== '' ? state : teamsOf(game);
        return [game, texts.plays.gameName(away, home)];
      }),
    );
    return (game: string) => names.get(game) ?? game;
  }, [tickers]);

  return (
    <section className="all-plays" aria-label={texts.plays.all}>
      <div className="all-plays-head">
        <ChoiceList label={texts.plays.type} choices={typeChoices(plays)} value={type} onChoose={setType} />
        <PlaysAge />
      </div>
      {shown.length > 0 ? (
        <PlayList plays={shown} label={texts.plays.allPlays} nameOf={nameOf} />
      ) : (
        <p className="ticker-word" role="status">
          {plays.length > 0 ? texts.plays.noneOfType : texts.plays.noPlays}
        </p>
      )}
    </section>
  );
}
