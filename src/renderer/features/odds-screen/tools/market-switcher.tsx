import type { LeagueEntry } from '#contract/odds-screen.ts';
import { texts } from '../../../texts.ts';
import { ChoiceList } from '../../../ui/choice-list.tsx';
import { Segments } from '../../../ui/segments.tsx';

/** Markets that stand side by side; any more go into a list, so that the toolbar keeps its width. */
const SIDE_BY_SIDE = 4;
const NONE = '';

interface MarketSwitcherProps {
  readonly league: LeagueEntry;
  readonly market: string;
  readonly onChoose: (market: string) => void;
}

/** The markets of a league: the first few as segments, the others in a list beside them. */
export function MarketSwitcher({ league, market, onChoose }: MarketSwitcherProps) {
  const choices = league.markets.map(({ key, label }) => ({ value: key, label }));
  const segments = choices.slice(0, SIDE_BY_SIDE);
  const listed = choices.slice(SIDE_BY_SIDE);
  const inList = listed.some(({ value }) => value === market);
  return (
    <>
      {segments.length > 0 ? (
        <Segments label={texts.markets.label} segments={segments} value={market} onChoose={onChoose} />
      ) : null}
      {listed.length > 0 ? (
        <ChoiceList
          label={texts.markets.more}
          choices={inList ? listed : [{ value: NONE, label: texts.markets.more }, ...listed]}
          value={inList ? market : NONE}
          onChoose={(chosen) => {
            if (chosen !== NONE) onChoose(chosen);
          }}
        />
      ) : null}
    </>
  );
}
