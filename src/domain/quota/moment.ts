/**
 * An instant as two clocks saw it: the wall clock, which people and time servers turn, and the time since the
 * machine started, which nobody turns but which begins again with each boot. Units: ms.
 */
export interface Moment {
  readonly wallMs: number;
  readonly uptimeMs: number;
  /** Tells one boot of the machine from another. */
  readonly boot: string;
}

/**
 * Time from `earlier` to `now` that certainly passed: within one boot the smaller of what both clocks say (or what
 * the uptime says where the wall clock was turned back behind `earlier`), else what the wall clock says; never
 * below 0. So a turned clock can make Linewatch wait longer, never shorter, and never for good.
 */
export function elapsedMs(earlier: Moment, now: Moment): number {
  const wallMs = now.wallMs - earlier.wallMs;
  if (earlier.boot !== now.boot) return Math.max(0, wallMs);
  const uptimeMs = Math.max(0, now.uptimeMs - earlier.uptimeMs);
  return wallMs < 0 ? uptimeMs : Math.min(wallMs, uptimeMs);
}
