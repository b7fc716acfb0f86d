const DAY_MS = 86_400_000;

const timeOfDay = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const exactTime = new Intl.DateTimeFormat(undefined, {
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
});
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const date = new Intl.DateTimeFormat(undefined, { month: 'short', day: 'numeric' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });
const nearDay = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const ago = new Intl.RelativeTimeFormat(undefined, { style: 'narrow' });
const justNow = new Intl.RelativeTimeFormat(undefined, { style: 'narrow', numeric: 'auto' });

/** Time of day, e.g. `7:30 PM`. Input: Unix ms. */
export function timeText(atMs: number): string {
  return timeOfDay.format(atMs);
}

/** Time of day with seconds. Input: Unix ms. */
export function exactTimeText(atMs: number): string {
  return exactTime.format(atMs);
}

/** Day and time in full, for titles. Input: Unix ms. */
export function fullTimeText(atMs: number): string {
  return full.format(atMs);
}

/** The day as short as it is clear: `Today`, `Tomorrow`, within a week its name, else the date. Input: Unix ms. */
export function dayText(atMs: number, nowMs: number): string {
  const days = Math.round((midnight(atMs) - midnight(nowMs)) / DAY_MS);
  if (Math.abs(days) <= 1) return capitalised(nearDay.format(days, 'day'));
  return days > 1 && days < 7 ? weekday.format(atMs) : date.format(atMs);
}

/** How long ago, in the largest fitting unit: `now`, `2s ago`, `5m ago`. Input: milliseconds; below 0 counts as 0. */
export function agoText(elapsedMs: number): string {
  const seconds = Math.max(0, Math.round(elapsedMs / 1000));
  if (seconds === 0) return justNow.format(0, 'second');
  if (seconds < 60) return ago.format(-seconds, 'second');
  if (seconds < 3600) return ago.format(-Math.floor(seconds / 60), 'minute');
  return ago.format(-Math.floor(seconds / 3600), 'hour');
}

function midnight(atMs: number): number {
  return new Date(atMs).setHours(0, 0, 0, 0);
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
