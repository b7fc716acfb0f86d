import { useEffect, useMemo, useState } from 'react';
import type { GameRow, MarketGroup } from '#contract/game.ts';
import type { RecordedGame } from '#contract/history.ts';
import type { BetSubject } from '#domain/ledger/noted-bet.ts';
import { texts } from '../../texts.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { type PickLine, PickList } from '../../ui/pick-list.tsx';
import { SearchInput } from '../../ui/search-input.tsx';
import { familyOf, groupsOf, listMarkets } from '../game/market-list.ts';
import { betName, marketName } from '../game/market-words.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

const words = texts.storage.recorded;

/** The bets of a recorded game, by market; one is looked at, at first the first of them. */
export function RecordedBets({ game }: { readonly game: RecordedGame }) {
  const { recorded } = useStores();
  const { markets, bet } = useObservable(recorded.view);
  const [chosenGroup, setGroup] = useState<MarketGroup | 'all'>('main');
  const [search, setSearch] = useState('');
  const groups = groupsOf(markets ?? []);
  const group = chosenGroup === 'all' || groups.includes(chosenGroup) ? chosenGroup : (groups[0] ?? 'all');
  const rows = useMemo(() => {
    const all = markets ?? [];
    // a recording has room for every line: none is folded away
    return listMarkets(all, { group, search, unfolded: new Set(all.map(familyOf)), lead: null }, () => 1);
  }, [markets, group, search]);
  const lines = useMemo(() => linesOf(rows, game), [rows, game]);
  const first = rows[0];

  useEffect(() => {
    if (bet === null && first) void recorded.chooseBet(subjectOf(first, first.sides[0]!));
  }, [recorded, bet, first]);

  return (
    <section className="recorded-list" aria-label={words.bets}>
      <div className="recorded-wish">
        <ChoiceList
          label={texts.game.groupsLabel}
          choices={[...groups, 'all' as const].map((value) => ({ value, label: texts.game.groups[value] }))}
          value={group}
          onChoose={setGroup}
        />
        <SearchInput label={texts.game.search} value={search} onChange={setSearch} />
      </div>
      {lines.length > 0 || markets === null ? (
        <PickList
          label={words.bets}
          lines={lines}
          isSingle
          isPicked={(key) => bet !== null && key === keyOf(bet)}
          onToggle={(key) => void recorded.chooseBet(betOf(key))}
        />
      ) : (
        <p className="filter-empty hint">{markets.length === 0 ? words.noBets : words.noMatch}</p>
      )}
    </section>
  );
}

function linesOf(rows: readonly GameRow[], { home, away }: RecordedGame): readonly PickLine[] {
  let heading = '';
  return rows.flatMap((row): PickLine[] => {
    const before = heading;
    heading = marketName(row);
    return [
      ...(heading === before ? [] : [{ kind: 'heading' as const, text: heading }]),
      ...row.sides.map((side) => ({
        kind: 'name' as const,
        name: keyOf(subjectOf(row, side)),
        text: betName({ home, away }, row, side),
      })),
    ];
  });
}

function subjectOf({ market }: GameRow, side: string): BetSubject {
  return { market, side };
}

function keyOf({ market, side }: BetSubject): string {
  return `${market}|${side}`;
}

function betOf(key: string): BetSubject {
  const at = key.lastIndexOf('|');
  return { market: key.slice(0, at), side: key.slice(at + 1) };
}
