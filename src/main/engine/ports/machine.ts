/** What can be seen of the machine. */
export interface Machine {
  /** The machine's own addresses, loopback left out, in any order. */
  addresses(): readonly string[];
  /** Time since the machine started, sleep included. Unit: ms. `null` where the system does not say. */
  uptimeWithSleepMs(): number | null;
  /** Time that the program has run, sleep left out. Unit: ms. */
  runningMs(): number;
}
