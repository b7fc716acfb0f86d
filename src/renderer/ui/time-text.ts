const DAY_MS = 86_400_000;

/** The formats in one time zone. */
function formatsIn(timeZone: string | undefined) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(undefined, { ...options, timeZone });
  return {
    timeOfDay: format({ hour: 'numeric', minute: '2-digit' }),
    exactTime: format({ hour: 'numeric', minute: '2-digit', second: '2-digit' }),
    weekday: format({ weekday: 'short' }),
    date: format({ month: 'short', day: 'numeric' }),
    full: format({ dateStyle: 'full', timeStyle: 'short' }),
    /** As a field for date and time holds it: `2026-11-22 18:05:00`. */
    field: new Intl.DateTimeFormat('sv-SE', {
      dateStyle: 'short',
      timeStyle: 'medium',
      timeZone,
    }),
    /** The calendar day as `2026-11-22`, whatever the user's language. */
    day: new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone }),
  };
}

let zone = '';
let formats = formatsIn(undefined);
const nearDay = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });
const ago = new Intl.RelativeTimeFormat(undefined, { style: 'narrow' });
const justNow = new Intl.RelativeTimeFormat(undefined, { style: 'narrow', numeric: 'auto' });

/** Writes all times in this zone (IANA name) from now on; empty text = the system's. */
export function writeTimesIn(timeZone: string): void {
  if (timeZone === zone) return;
  zone = timeZone;
  formats = formatsIn(timeZone === '' ? undefined : timeZone);
}

/** Time of day, e.g. `7:30 PM`. Input: Unix ms. */
export function timeText(atMs: number): string {
  return formats.timeOfDay.format(atMs);
}

/** Time of day with seconds. Input: Unix ms. */
export function exactTimeText(atMs: number): string {
  return formats.exactTime.format(atMs);
}

/** A moment as short as it is clear: the time with seconds, with the day where it is another one. Input: Unix ms. */
export function momentText(atMs: number, nowMs: number): string {
  const time = exactTimeText(atMs);
  return dayNumber(atMs) === dayNumber(nowMs) ? time : `${dayText(atMs, nowMs)} ${time}`;
}

/** Day and time in full, for titles. Input: Unix ms. */
export function fullTimeText(atMs: number): string {
  return formats.full.format(atMs);
}

/** The day as short as it is clear: `Today`, `Tomorrow`, within a week its name, else the date. Input: Unix ms. */
export function dayText(atMs: number, nowMs: number): string {
  const days = daysAhead(atMs, nowMs);
  if (Math.abs(days) <= 1) return capitalised(nearDay.format(days, 'day'));
  return days > 1 && days < 7 ? formats.weekday.format(atMs) : formats.date.format(atMs);
}

/** How many calendar days a time lies ahead of another, in the zone of the times. Input: Unix ms. */
export function daysAhead(atMs: number, nowMs: number): number {
  return dayNumber(atMs) - dayNumber(nowMs);
}

/** How long ago, in the largest fitting unit: `now`, `2s ago`, `5m ago`. Input: milliseconds; below 0 counts as 0. */
export function agoText(elapsedMs: number): string {
  const seconds = Math.max(0, Math.round(elapsedMs / 1000));
  if (seconds === 0) return justNow.format(0, 'second');
  if (seconds < 60) return ago.format(-seconds, 'second');
  if (seconds < 3600) return ago.format(-Math.floor(seconds / 60), 'minute');
  return ago.format(-Math.floor(seconds / 3600), 'hour');
}

/** A time as a field for date and time holds it, in the zone of the times, to the second. Input: Unix ms. */
export function localFieldText(atMs: number): string {
  return formats.field.format(atMs).replace(' ', 'T');
}

/** Reads what such a field holds. Unix ms; `NaN` of an empty one. */
export function parseLocalField(text: string): number {
  if (text === '') return Number.NaN;
  const asUtcMs = Date.parse(`${text}${text.length === 16 ? ':00' : ''}Z`);
  // a zone's distance from UTC is known at a moment, and the moment by that distance: the second look settles a change
  let atMs = asUtcMs;
  for (let look = 0; look < 2; look += 1) atMs = asUtcMs - (Date.parse(`${localFieldText(atMs)}Z`) - atMs);
  return atMs;
}

/** Calendar days since 1970 in the zone of the times. */
function dayNumber(atMs: number): number {
  return Date.parse(`${formats.day.format(atMs)}T00:00:00Z`) / DAY_MS;
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
