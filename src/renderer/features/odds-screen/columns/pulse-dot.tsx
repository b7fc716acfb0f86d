import { type PulseState, pulseState } from '#domain/board/pulse.ts';
import { texts } from '../../../texts.ts';
import { agoText } from '../../../ui/time-text.ts';
import { useStores } from '../../stores-context.ts';
import { useSelected } from '../../use-observable.ts';

/** How late a sportsbook is by its own measure; hollow and grey while the feed is not live. */
export function PulseDot({ sportsbook, name }: { readonly sportsbook: string; readonly name: string }) {
  const { clock, status } = useStores();
  const pulse = useSelected(status.status, (current) =>
    current?.report.stats.pulses.find((each) => each.sportsbook === sportsbook),
  );
  const isLive = useSelected(
    status.status,
    (current) => current?.report.feeds.find(({ feed }) => feed === 'odds')?.state === 'live',
  );
  const state: PulseState | 'off' = useSelected(clock, (nowMs) =>
    pulse && isLive ? pulseState(pulse, nowMs) : 'off',
  );
  const heard = pulse ? texts.columns.heard(agoText(clock.read() - pulse.heardAtMs)) : '';
  const label = [name, texts.columns.pulse[state], heard].filter(Boolean).join(', ');
  return <span className={`pulse pulse-${state}`} role="img" aria-label={label} title={label} />;
}
