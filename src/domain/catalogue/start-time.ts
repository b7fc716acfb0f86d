/** The zone in which the provider writes start times. */
const PROVIDER_ZONE = 'America/New_York';

let zoneFormat: Intl.DateTimeFormat | undefined;

/** How far the provider's zone is ahead of UTC at an instant. Unit: ms (negative for New York). */
function zoneOffsetMs(atMs: number): number {
  zoneFormat ??= new Intl.DateTimeFormat('en-US', {
    timeZone: PROVIDER_ZONE,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const part: Record<string, number> = {};
  for (const { type, value } of zoneFormat.formatToParts(atMs)) part[type] = Number(value);
  const wall = Date.UTC(
    part['year']!,
    part['month']! - 1,
    part['day']!,
    part['hour']!,
    part['minute']!,
    part['second']!,
  );
  return wall - Math.floor(atMs / 1000) * 1000;
}

/**
 * Reads the provider's start time, `YYYY-MM-DD, hh:mm AM/PM` in US Eastern time, daylight saving included.
 * Unit: Unix ms; `null` for anything else. An hour that daylight saving skips is read as the hour after, one that
 * comes twice as the first.
 */
export function parseStartTime(raw: unknown): number | null {
  if (typeof raw !== 'string') return null;
  const known = remembered.get(raw);
  if (known !== undefined) return known;
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const startsAtMs = readStartTime(raw);
  remembered.set(raw, startsAtMs);
  return startsAtMs;
}

/**
 * The two instants that a label's day (`YYYY-MM-DD`) and hour (1..12, neither AM nor PM) can mean, the earlier first.
 * US Eastern as in `parseStartTime`. Unit: Unix ms; `null` for what is no day or no such hour.
 */
export function startsFromLabel(date: string, hour12: number): readonly [number, number] | null {
  const written = String(hour12).padStart(2, '0');
  const morningMs = parseStartTime(`${date}, ${written}:00 AM`);
  const eveningMs = parseStartTime(`${date}, ${written}:00 PM`);
  return morningMs === null || eveningMs === null ? null : [morningMs, eveningMs];
}

/** Every frame of a game states its start, and a look at the calendar costs more than the rest of the frame. */
const remembered = new Map<string, number | null>();
const MOST_REMEMBERED = 2048;

function readStartTime(raw: string): number | null {
  const match = /^\s*(\d{4})-(\d{2})-(\d{2}),?\s+(\d{1,2}):(\d{2})\s*([AP])M\s*$/i.exec(raw);
  if (!match) return null;
  const [year, month, day, hour12, minute] = match.slice(1, 6).map(Number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour12 < 1 || hour12 > 12 || minute > 59) return null;
  const hour = (hour12 % 12) + (match[6]!.toUpperCase() === 'P' ? 12 : 0);
  const wallMs = Date.UTC(year, month - 1, day, hour, minute);
  if (new Date(wallMs).getUTCDate() !== day) return null;
  const earlier = wallMs - zoneOffsetMs(wallMs - 12 * 3_600_000);
  if (earlier + zoneOffsetMs(earlier) === wallMs) return earlier;
  const later = wallMs - zoneOffsetMs(wallMs + 12 * 3_600_000);
  return later + zoneOffsetMs(later) === wallMs ? later : earlier;
}
