import os from 'node:os';
import type { Machine } from '../../ports/machine.ts';

/** The machine that we run on. Only Linux tells the time since its start with sleep included and unturned. */
export function thisMachine(): Machine {
  return {
    addresses: () =>
      Object.values(os.networkInterfaces()).flatMap((list) =>
        (list ?? []).filter(({ internal }) => !internal).map(({ address }) => address),
      ),
    uptimeWithSleepMs: () => (process.platform === 'linux' ? os.uptime() * 1000 : null),
    runningMs: () => performance.now(),
  };
}
