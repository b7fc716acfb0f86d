import { memo, useState } from 'react';
import type { PlayView } from '#contract/plays.ts';
import { teamsOf } from '../../stores/plays/live-games.ts';
import { texts } from '../../texts.ts';
import { exactTimeText } from '../../ui/time-text.ts';
import { usePointing } from '../pointed/use-pointing.ts';
import { openGamePage } from '../shell/jump.ts';
import { useStores } from '../stores-context.ts';
import { pointedPlay } from './pointed-play.ts';

/** So many lines are laid out at first, and with each click more. */
const STEP = 100;

interface PlayListProps {
  /** Oldest first. */
  readonly plays: readonly PlayView[];
  readonly label: string;
  /** The name of a play's game, where games are mixed. */
  readonly nameOf: ((game: string) => string) | null;
}

/** Plays, the newest on top. Spoken politely as they come. */
export function PlayList({ plays, label, nameOf }: PlayListProps) {
  const [most, setMost] = useState(STEP);
  const shown = plays.slice(-most).reverse();
  const hidden = plays.length - shown.length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
    <div className="play-scroll" role="log" aria-label={label} tabIndex={0}>
      <ol className="play-list" reversed>
        {shown.map((play) => (
          <PlayLine key={play.sequence} play={play} game={nameOf?.(play.game) ?? null} />
        ))}
      </ol>
      {hidden > 0 ? (
        <button type="button" className="button button-quiet" onClick={() => setMost(most + STEP)}>
          {texts.plays.older(Math.min(hidden, STEP))}
        </button>
      ) : null}
    </div>
  );
}

interface PlayLineProps {
  readonly play: PlayView;
  readonly game: string | null;
}

const PlayLine = memo(function PlayLine({ play, game }: PlayLineProps) {
  const pointing = usePointing();
  return (
    <li
      className="play"
      data-type={play.type}
      {...pointing(() => pointedPlay(play.game, teamsOf(play.game), play.text))}
    >
      <span className="play-time">{exactTimeText(play.atMs)}</span>
      <span className="play-clock">{play.clock}</span>
      {game === null ? null : <PlayGame label={play.game} name={game} />}
      <span className="play-text">{play.text}</span>
      <span className="play-score" title={texts.plays.scoreTitle}>
        {play.score ? texts.plays.score(play.score.away, play.score.home) : ''}
      </span>
    </li>
  );
});

/** The game of a play among those of other games: the way to its page. */
function PlayGame({ label, name }: { readonly label: string; readonly name: string }) {
  const stores = useStores();
  return (
    <button type="button" className="play-game link-button" onClick={() => openGamePage(stores, label, null)}>
      {name}
    </button>
  );
}
