/** Counters of a running simulator, totals since its start. */
export interface SimulatorStats {
  /** Data frames, each member of an array counted. */
  frames: number;
  bytes: number;
  connects: number;
  /** Refused connects and GETs. */
  refusals: number;
  gets: number;
  subscribes: number;
  /** Open now. */
  sockets: number;
}

/** All zero. */
export function emptyStats(): SimulatorStats {
  return { frames: 0, bytes: 0, connects: 0, refusals: 0, gets: 0, subscribes: 0, sockets: 0 };
}
