/** A time of day as `14:03`, in a zone by its IANA name; empty text = the system's. */
export function timeOfDay(atMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(timeZone !== '' && { timeZone }),
  }).format(atMs);
}

/** The minute of the day, 0 to 1,439, in a zone. */
export function minuteOfDay(atMs: number, timeZone: string): number {
  const [hour = 0, minute = 0] = timeOfDay(atMs, timeZone).split(':').map(Number);
  return hour * 60 + minute;
}
