import type { Settings } from '#contract/settings.ts';
import type { RetentionLimits } from '#domain/history/retention.ts';

/** The limits of the history as the settings state them. */
export function retentionLimits({
  historyDays,
  historyMegabytes,
}: Pick<Settings, 'historyDays' | 'historyMegabytes'>): RetentionLimits {
  return {
    days: historyDays === 0 ? null : historyDays,
    bytes: historyMegabytes === 0 ? null : historyMegabytes * 2 ** 20,
  };
}
