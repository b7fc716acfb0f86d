import { useState } from 'react';
import type { GameHead, GameRow } from '#contract/game.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { betMarks } from '../../../stores/game/bet-marks.ts';
import { bestNow } from '../../../stores/game/chart-data.ts';
import type { ChartRange } from '../../../stores/game/price-history.ts';
import type { Stores } from '../../../stores/stores.ts';
import { texts } from '../../../texts.ts';
import { priceText } from '../../../ui/odds-text.ts';
import type { BoardView } from '../../odds-screen/grid/board-view.ts';
import { priceRule } from '../../pointed/price-rule.ts';
import { useStores } from '../../stores-context.ts';
import { useObservable, useSelected } from '../../use-observable.ts';
import { betName } from '../market-words.tsx';
import { betOfRow } from '../pointed-market.ts';
import type { ChartMark } from './chart-marks.tsx';
import { PriceChart } from './price-chart.tsx';
import { useLines } from './use-lines.ts';

const TICK_MS = 5_000;

interface LineChartProps {
  readonly head: GameHead;
  readonly row: GameRow;
  readonly side: number;
  readonly view: BoardView;
}

/** The history of a bet as it goes on, with the user's own bets and alerts; a price that is picked becomes an alert. */
export function LineChart({ head, row, side, view }: LineChartProps) {
  const stores = useStores();
  const [range, setRange] = useState<ChartRange>('6h');
  const nowMs = useSelected(stores.clock, (ms) => Math.floor(ms / TICK_MS) * TICK_MS);
  const { lines, history } = useLines({ head, row, side, range, view });
  const marks = useMarks(stores, { head, row, side }, view);
  const best = bestNow(lines);
  const words = texts.game.chart;

  return (
    <PriceChart
      name={betName(head, row, row.sides[side] ?? '')}
      lines={lines}
      nowMs={nowMs}
      nowLabel={words.now}
      range={range}
      onRange={setRange}
      format={view.format}
      marks={marks}
      empty={history === null ? words.reading : words.empty}
      failure={history?.failure ?? null}
      restAmerican={best}
      onPick={(american) => {
        const words = priceText(american, view.format);
        const rule = priceRule(betOfRow(head, row, side), { american, words, sportsbook: null, best });
        stores.alerts.edit({ replaces: null, rule });
      }}
    />
  );
}

function useMarks(
  { bets, alerts, watchlists }: Pick<Stores, 'bets' | 'alerts' | 'watchlists'>,
  { head, row, side }: Pick<LineChartProps, 'head' | 'row' | 'side'>,
  { format }: BoardView,
): readonly ChartMark[] {
  const noted = useObservable(bets.bets) ?? [];
  const rules = useObservable(alerts.rules) ?? [];
  const lists = useObservable(watchlists.lists) ?? [];
  const words = texts.game.chart;
  return betMarks({ head, row, side: row.sides[side] ?? '' }, noted, rules, lists).map((mark): ChartMark => {
    const price = priceText(mark.american, format);
    if (mark.kind === 'bet')
      return { ...mark, label: words.noted(price, sportsbookName(mark.bet.sportsbook)) };
    const { rule } = mark;
    return {
      ...mark,
      label: rule.reach === 'at-most' ? words.alertAtMost(price) : words.alertAtLeast(price),
      action: {
        title: texts.alerts.edit(rule.name),
        run: () => alerts.edit({ replaces: rule.name, rule: { ...rule } }),
      },
    };
  });
}
