import type { PriceSource } from '../../../stores/odds/odds-screen.ts';
import { texts } from '../../../texts.ts';
import { WarningIcon } from '../../../ui/icons.tsx';
import { agoText, momentText } from '../../../ui/time-text.ts';
import { useStores } from '../../stores-context.ts';
import { useObservable, useSelected } from '../../use-observable.ts';

/** How old this screen's newest price is; says so plainly when prices are not current. */
export function ScreenAge({ source: screen }: { readonly source: PriceSource }) {
  const { clock } = useStores();
  const nowMs = useObservable(clock);
  const live = useSelected(screen.freshness, (freshness) => freshness.live);
  const { updatedAtMs } = screen;
  const ago = updatedAtMs === null ? null : agoText(nowMs - updatedAtMs);
  if (live)
    return <span className="age">{ago === null ? texts.screen.notUpdated : texts.screen.updated(ago)}</span>;
  const asOfMs = screen.newestAsOfMs;
  return (
    <span className="age age-stale">
      <WarningIcon size={14} />
      {staleText(asOfMs === null ? null : momentText(asOfMs, nowMs), ago)}
    </span>
  );
}

function staleText(asOf: string | null, ago: string | null): string {
  if (asOf !== null) return texts.screen.staleAsOf(asOf);
  return ago === null ? texts.screen.staleNoUpdate : texts.screen.stale(ago);
}

/** What the signs in the cells mean. */
export function Legend() {
  return (
    <ul className="legend" aria-label={texts.legend.label}>
      <li>
        <span className="legend-best" aria-hidden="true" />
        {texts.legend.best}
      </li>
      <li>
        <span className="legend-up" aria-hidden="true">
          ▲
        </span>
        {texts.legend.up}
      </li>
      <li>
        <span className="legend-down" aria-hidden="true">
          ▼
        </span>
        {texts.legend.down}
      </li>
      <li>
        <span aria-hidden="true">○</span>
        {texts.legend.stale}
      </li>
    </ul>
  );
}
