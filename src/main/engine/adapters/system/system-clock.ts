import { readFileSync } from 'node:fs';
import os from 'node:os';
import type { Clock } from '../../ports/clock.ts';

/** The machine's clocks. */
export function createSystemClock(): Clock {
  const boot = bootName();
  // asking the system for its uptime reads a file, so it is asked once
  const startedAtMs = os.uptime() * 1000 - performance.now();
  return {
    nowMs: () => Date.now(),
    moment: () => ({ wallMs: Date.now(), uptimeMs: startedAtMs + performance.now(), boot }),
    after(delayMs, run) {
      const timer = setTimeout(run, Math.min(delayMs, 2_147_483_647));
      return () => clearTimeout(timer);
    },
  };
}

/** Linux names each boot; elsewhere the minute in which the machine started does. */
function bootName(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return `started ${Math.round((Date.now() / 1000 - os.uptime()) / 60)}`;
  }
}
