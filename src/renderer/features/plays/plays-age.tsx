import { texts } from '../../texts.ts';
import { WarningIcon } from '../../ui/icons.tsx';
import { momentText } from '../../ui/time-text.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** Says that score and plays are not current, and as of when; nothing while they are. Spoken once, by the status bar. */
export function PlaysAge() {
  const { playsCurrency, scheduler } = useStores();
  const sinceMs = useObservable(playsCurrency.staleSinceMs);
  if (sinceMs === null) return null;
  return (
    <p className="plays-age">
      <WarningIcon size={14} />
      {texts.plays.staleAsOf(momentText(sinceMs, scheduler.nowMs()))}
    </p>
  );
}
