import { SetupProblem } from '../setup/say.mjs';
import { endingSignal, passSignalsOn } from './children.mjs';

const EXIT_BY_SIGNAL = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/**
 * Runs a command's work and exits with the code it gives. A problem that the user can solve is one sentence on
 * stderr and exit code 1; an interrupted setup exits as a shell expects.
 */
export async function command(
  /** @type {() => Promise<number>} */ work,
  /** @type {{ graceMs?: number }} */ options = {},
) {
  passSignalsOn(options);
  try {
    process.exitCode = await work();
  } catch (error) {
    const signal = endingSignal();
    if (signal !== null) {
      process.exitCode = EXIT_BY_SIGNAL[/** @type {keyof typeof EXIT_BY_SIGNAL} */ (signal)];
    } else if (error instanceof SetupProblem) {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    } else {
      throw error;
    }
  }
}
