import { useMemo, useState } from 'react';
import { teamsOf } from '../../stores/plays/live-games.ts';
import type { Ticker } from '../../stores/plays/plays.ts';
import { texts } from '../../texts.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { WarningIcon } from '../../ui/icons.tsx';
import { CloseIcon, PinIcon } from '../../ui/screen-icons.tsx';
import { usePointing } from '../pointed/use-pointing.ts';
import { useStores } from '../stores-context.ts';
import { PlayList } from './play-list.tsx';
import { EVERY_TYPE, typeChoices } from './play-types.ts';
import { PlaysAge } from './plays-age.tsx';
import { pointedPlay } from './pointed-play.ts';

/** One game: its score and clock, and its plays with the newest on top. */
export function GameTicker({ ticker }: { readonly ticker: Ticker }) {
  const { plays: store } = useStores();
  const pointing = usePointing();
  const { game, state, plays, pinned } = ticker;
  const [type, setType] = useState(EVERY_TYPE);
  const shown = useMemo(
    () => (type === EVERY_TYPE ? plays : plays.filter((play) => play.type === type)),
    [plays, type],
  );
  const teams = state && state.away !== '' ? state : teamsOf(game);
  const name = texts.plays.gameName(teams.away, teams.home);
  const support = state?.support ?? 'waiting';
  const isTurnedDown = support === 'not-supported' || support === 'wrong-label';
  const pinLabel = pinned ? texts.plays.unpin(name) : texts.plays.pin(name);

  return (
    <article className="ticker" aria-label={name} {...pointing(() => pointedPlay(game, teams, null))}>
      <header className="ticker-head">
        <dl className="ticker-score" title={texts.plays.scoreTitle}>
          <dt>{teams.away === '' ? name : teams.away}</dt>
          <dd>{state?.score?.away}</dd>
          {teams.away === '' ? null : (
            <>
              <dt>{teams.home}</dt>
              <dd>{state?.score?.home}</dd>
            </>
          )}
        </dl>
        <div className="ticker-tools">
          <button
            type="button"
            className="button button-icon"
            aria-pressed={pinned}
            aria-label={pinLabel}
            title={pinLabel}
            onClick={() => store.pin(game, !pinned)}
          >
            <PinIcon size={14} filled={pinned} />
          </button>
          <button
            type="button"
            className="button button-icon"
            aria-label={texts.plays.drop(name)}
            title={texts.plays.drop(name)}
            onClick={() => store.drop(game)}
          >
            <CloseIcon size={14} />
          </button>
        </div>
        <div className="ticker-line">
          <span className="ticker-state">{state?.state}</span>
          {plays.length > 0 ? (
            <ChoiceList
              label={texts.plays.type}
              choices={typeChoices(plays)}
              value={type}
              onChoose={setType}
            />
          ) : null}
        </div>
        <PlaysAge />
      </header>
      {isTurnedDown ? (
        <p className="ticker-word ticker-refused" role="status">
          <WarningIcon size={14} />
          {texts.plays.support[support]}
        </p>
      ) : null}
      {!isTurnedDown && shown.length === 0 ? (
        <p className="ticker-word" role="status">
          {emptyWords(support, plays.length)}
        </p>
      ) : null}
      {shown.length > 0 ? <PlayList plays={shown} label={texts.plays.plays(name)} nameOf={null} /> : null}
    </article>
  );
}

function emptyWords(support: 'waiting' | 'live' | 'not-supported' | 'wrong-label', plays: number): string {
  if (plays > 0) return texts.plays.noneOfType;
  return support === 'waiting' ? texts.plays.support.waiting : texts.plays.noPlays;
}
