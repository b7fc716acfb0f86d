/** A moment as the provider writes it: US Eastern, daylight saving included. */
export interface EasternTime {
  /** `2025-07-23` */
  readonly date: string;
  /** Hour on a 12-hour clock, `01` to `12`. */
  readonly hour: string;
  /** `2025-07-23, 01:09 PM` */
  readonly when: string;
}

const FORMAT = new Intl.DateTimeFormat('en-US', {
  timeZone: 'America/New_York',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h12',
});

/** Writes Unix milliseconds as the provider writes a start. */
export function easternTime(atMs: number): EasternTime {
  const parts = new Map(FORMAT.formatToParts(atMs).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  const date = `${part('year')}-${part('month')}-${part('day')}`;
  return {
    date,
    hour: part('hour'),
    when: `${date}, ${part('hour')}:${part('minute')} ${part('dayPeriod')}`,
  };
}

/** Unix milliseconds as the provider stamps a frame: ISO 8601, UTC, microseconds (the last three from `tail`). */
export function timestamp(atMs: number, tail: number): string {
  const iso = new Date(atMs).toISOString();
  return `${iso.slice(0, 23)}${String(tail % 1000).padStart(3, '0')}+00:00`;
}
