import type { HeardPlays } from '../../stores/plays/heard-plays.ts';
import { teamsOf } from '../../stores/plays/live-games.ts';
import { texts } from '../../texts.ts';
import { useObservable } from '../use-observable.ts';

/** What happens in the followed games, the newest on top. */
export function TickerPlays({ heard }: { readonly heard: HeardPlays }) {
  const { plays, games } = useObservable(heard.news);
  if (plays.length === 0) {
    return (
      <p className="floating-word">{games.length === 0 ? texts.ticker.noPlays : texts.ticker.noneYet}</p>
    );
  }
  const nameOf = (game: string) => {
    const known = games.find((each) => each.game === game);
    const { home, away } = known && known.away !== '' ? known : teamsOf(game);
    return texts.plays.gameName(away, home);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
    <div className="floating-scroll" role="log" aria-label={texts.ticker.plays} tabIndex={0}>
      <ol className="floating-plays" reversed>
        {plays.toReversed().map((play) => (
          <li key={play.sequence}>
            <span className="floating-game">
              {nameOf(play.game)}
              {play.score ? ` ${texts.plays.score(play.score.away, play.score.home)}` : ''}
            </span>
            <span className="floating-clock">{play.clock}</span>
            <span className="floating-text">{play.text}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
