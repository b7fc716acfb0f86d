/** Words for people about what a script does, one line a thing. */

const HEARTBEAT_MS = 20_000;

/** Something the user has to know or do; its message is the sentence they read, without a stack. */
export class SetupProblem extends Error {}

/**
 * Prints lines to `stream`; `step` runs work and prints its closing words with the time it took. Work that lasts
 * says every 20 s that it is still at it, so that nobody takes a slow network for a hang.
 */
export function narrator(/** @type {NodeJS.WritableStream} */ stream = process.stdout) {
  const line = (/** @type {string} */ text) => void stream.write(`${text}\n`);
  return {
    line,
    /**
     * @template T
     * @param {string} opening what begins now, e.g. `packages: installing them`
     * @param {() => Promise<T>} work
     * @param {(result: T) => string} closing what was achieved; the time is added
     */
    async step(opening, work, closing) {
      const startedMs = performance.now();
      line(`  ${opening} …`);
      const heartbeat = setInterval(
        () => line(`  … still at it (${seconds(performance.now() - startedMs)})`),
        HEARTBEAT_MS,
      );
      try {
        const result = await work();
        line(`  ${closing(result)} in ${seconds(performance.now() - startedMs)}`);
        return result;
      } finally {
        clearInterval(heartbeat);
      }
    },
  };
}

/** @typedef {ReturnType<typeof narrator>} Narrator */

/** A duration as people read it: `0.04 s`, `2.1 s`, `3 min 12 s`. Input in milliseconds. */
export function seconds(/** @type {number} */ durationMs) {
  const whole = durationMs / 1000;
  if (whole < 0.1) return `${whole.toFixed(2)} s`;
  if (whole < 60) return `${whole.toFixed(1)} s`;
  const rounded = Math.round(whole);
  return `${Math.floor(rounded / 60)} min ${rounded % 60} s`;
}
