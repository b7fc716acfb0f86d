import { type ActiveHours, WEEKDAYS, type Weekday } from './rule.ts';

/** Minutes since midnight of a time of day (`09:30`); `null` for anything else. */
export function minuteOf(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}

/** Whether this is a time zone's IANA name. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

/** Says whether an instant (Unix ms) lies within the hours. Daylight saving is the zone's. */
export function activeHours({ from, to, days, timeZone }: ActiveHours): (atMs: number) => boolean {
  const format = new Intl.DateTimeFormat('en-US', {
    hourCycle: 'h23',
    weekday: 'short',
    hour: 'numeric',
    minute: 'numeric',
    ...(timeZone !== undefined && { timeZone }),
  });
  const [fromMinute, toMinute] = [minuteOf(from)!, minuteOf(to)!];
  const isDay = (day: number) => days === undefined || days.includes(WEEKDAYS[(day + 7) % 7]!);
  return (atMs) => {
    const parts = Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
    const day = WEEKDAYS.indexOf(parts['weekday']!.toLowerCase() as Weekday);
    const minute = Number(parts['hour']) * 60 + Number(parts['minute']);
    if (fromMinute < toMinute) return isDay(day) && minute >= fromMinute && minute < toMinute;
    // over midnight, or all day round where both are the same
    if (minute >= fromMinute) return isDay(day);
    return minute < toMinute && isDay(day - 1);
  };
}
