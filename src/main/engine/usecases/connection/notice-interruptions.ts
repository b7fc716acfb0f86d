import type { Clock } from '../../ports/clock.ts';
import type { Machine } from '../../ports/machine.ts';

/** How often to look. */
const LOOK_EVERY_MS = 5_000;
/** The machine slept when the time since it started ran ahead of the program's own time by this much. */
const SLEPT_MS = 10_000;

/**
 * Notices what makes open sockets worthless before their silence does: the machine slept, or its addresses changed.
 * Tells why, as a sentence. Looks every 5 s until the returned function is called.
 */
export function noticeInterruptions(
  clock: Clock,
  machine: Machine,
  interrupted: (why: string) => void,
): () => void {
  let addresses = nameOf(machine.addresses());
  let ahead = aheadMs(machine);
  let cancel: () => void;
  const look = (): void => {
    const addressesNow = nameOf(machine.addresses());
    const aheadNow = aheadMs(machine);
    if (aheadNow - ahead >= SLEPT_MS) interrupted('The computer slept; connecting again.');
    // no address at all is no network: there is nothing to connect to until there is one
    else if (addressesNow !== addresses && addressesNow !== '') {
      interrupted(`The network ${addresses === '' ? 'is back' : 'changed'}; connecting again.`);
    }
    addresses = addressesNow;
    ahead = aheadNow;
    cancel = clock.after(LOOK_EVERY_MS, look);
  };
  cancel = clock.after(LOOK_EVERY_MS, look);
  return () => cancel();
}

function nameOf(addresses: readonly string[]): string {
  return [...addresses].sort().join(' ');
}

function aheadMs(machine: Machine): number {
  const uptimeMs = machine.uptimeWithSleepMs();
  return uptimeMs === null ? 0 : uptimeMs - machine.runningMs();
}
