import type { Silence } from '#contract/alerts.ts';
import type { Settings } from '#contract/settings.ts';
import { minuteText } from '#domain/alert/quiet-time.ts';
import type { EngineThread } from '../engine-thread.ts';

/** Whether two settings hold alerts back at different times. */
export function isOtherSilence(now: Settings, before: Settings): boolean {
  return (
    now.quietHours !== before.quietHours ||
    now.pausedUntilMs !== before.pausedUntilMs ||
    now.timeZone !== before.timeZone
  );
}

/** Tells the engine when the user wants no notification; snoozed rules stay snoozed. */
export async function keepSilence(engine: Pick<EngineThread, 'call'>, settings: Settings): Promise<void> {
  try {
    const kept = await engine.call('silence', null);
    await engine.call('silence.change', { ...kept, ...silenceOf(settings) });
  } catch {
    // an engine that is gone raises no alerts, and its successor is told when it starts
  }
}

function silenceOf({
  quietHours,
  pausedUntilMs,
  timeZone,
}: Settings): Pick<Silence, 'quietHours' | 'pausedUntilMs'> {
  const { isOn, fromMinute, toMinute } = quietHours;
  const hours = {
    from: minuteText(fromMinute),
    to: minuteText(toMinute),
    ...(timeZone !== '' && { timeZone }),
  };
  return { quietHours: isOn ? hours : null, pausedUntilMs: pausedUntilMs === 0 ? null : pausedUntilMs };
}
