import { useMemo, useState } from 'react';
import type { RecordedGame } from '#contract/history.ts';
import type { ChartRange } from '../../stores/game/price-history.ts';
import { texts } from '../../texts.ts';
import { PriceChart } from '../game/chart/price-chart.tsx';
import { betName } from '../game/market-words.tsx';
import { useStores } from '../stores-context.ts';
import { useSportsbookOrder } from '../use-known-sportsbooks.ts';
import { useObservable, useSelected } from '../use-observable.ts';

const words = texts.storage.recorded;

/** How the prices of the chosen bet went, up to the last that was recorded. */
export function RecordedChart({ game }: { readonly game: RecordedGame }) {
  const { recorded, settings } = useStores();
  const { markets, bet, series } = useObservable(recorded.view);
  const [range, setRange] = useState<ChartRange>('all');
  const format = useSelected(settings.settings, ({ oddsFormat }) => oddsFormat);
  const inOrder = useSportsbookOrder();
  const row = markets?.find(({ market }) => market === bet?.market);
  const lines = useMemo(() => {
    const lineOf = new Map((series ?? []).map((each) => [each.sportsbook, each]));
    return inOrder([...lineOf.keys()]).map((sportsbook) => lineOf.get(sportsbook)!);
  }, [series, inOrder]);
  const endMs = Math.max(0, ...lines.map(({ points }) => points.at(-1)!.atMs));
  return (
    <div className="recorded-chart">
      <PriceChart
        name={bet && row ? betName(game, row, bet.side) : ''}
        lines={lines}
        nowMs={endMs}
        nowLabel={words.last}
        range={range}
        onRange={setRange}
        format={format}
        marks={[]}
        empty={series === null ? texts.game.chart.reading : words.noPrices}
        failure={null}
        restAmerican={null}
        onPick={null}
      />
    </div>
  );
}
