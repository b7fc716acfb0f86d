import { useStores } from './stores-context.ts';
import { useSelected } from './use-observable.ts';

const MINUTE_MS = 60_000;

/** When the minute that now is began, Unix ms; the component renders again once a minute. */
export function useMinute(): number {
  return useSelected(useStores().clock, (nowMs) => Math.floor(nowMs / MINUTE_MS) * MINUTE_MS);
}
