/** The last minute of a day, since midnight. */
export const LAST_MINUTE = 1_439;

/** Hours of each day in which no notification is shown. Minutes since midnight, 0 to 1,439, local to the user. */
export interface QuietHours {
  readonly isOn: boolean;
  /** The first quiet minute. */
  readonly fromMinute: number;
  /** The first minute that is not quiet any more; before `fromMinute` = on the next day. Equal = the whole day. */
  readonly toMinute: number;
}

/** Whether a minute of the day lies in the quiet hours. */
export function isQuiet({ isOn, fromMinute, toMinute }: QuietHours, minuteOfDay: number): boolean {
  if (!isOn) return false;
  if (fromMinute === toMinute) return true;
  const isAfterStart = minuteOfDay >= fromMinute;
  const isBeforeEnd = minuteOfDay < toMinute;
  return fromMinute < toMinute ? isAfterStart && isBeforeEnd : isAfterStart || isBeforeEnd;
}

/** A minute of the day as people write it, e.g. `07:05`. */
export function minuteText(minuteOfDay: number): string {
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${pad(Math.floor(minuteOfDay / 60))}:${pad(minuteOfDay % 60)}`;
}
