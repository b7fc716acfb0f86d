import { startChild } from './children.mjs';

const OUTPUT_TAIL_MS = 1_000;

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] default: the project's top folder
 * @property {NodeJS.ProcessEnv} [env] default: this script's
 * @property {boolean} [shell]
 * @property {(stop: (problem: string) => void) => () => void} [watch] looks on and may stop the command; its result
 *   ends the watching
 */

/**
 * @typedef {object} RunResult
 * @property {number} code the exit code; 128 when a signal ended it, 127 when it never started
 * @property {string} output what it wrote, stdout and stderr as they came
 * @property {number} durationMs
 * @property {string} problem why it was stopped or never started; empty otherwise
 */

/**
 * Runs a command to its end and keeps what it wrote.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<RunResult>}
 */
export async function run(command, args, { watch, ...options } = {}) {
  const startedMs = performance.now();
  const entry = startChild(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let stopped = '';
  const streams = [entry.child.stdout, entry.child.stderr];
  const keep = (/** @type {string} */ text) => {
    output += text;
  };
  for (const stream of streams) stream?.setEncoding('utf8').on('data', keep);
  const unwatch = watch?.((problem) => {
    stopped = problem;
    if (entry.child.pid !== undefined) entry.child.kill('SIGKILL');
  });
  const ending = await entry.ended;
  unwatch?.();
  await closed(streams);
  return {
    code: ending.code ?? 128,
    output,
    durationMs: performance.now() - startedMs,
    problem: stopped || (ending.problem ?? ''),
  };
}

/** Runs `read` on every whole line that a stream gives. */
export function eachLine(
  /** @type {NodeJS.ReadableStream} */ stream,
  /** @type {(line: string) => void} */ read,
) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (/** @type {string} */ text) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) read(line);
  });
  stream.on('end', () => {
    if (rest !== '') read(rest);
  });
}

/** A process that outlived its parent may hold the pipe open: what came within a second has to do. */
async function closed(/** @type {(import('node:stream').Readable | null)[]} */ streams) {
  const ends = streams.map((stream) =>
    stream === null || stream.closed ? null : new Promise((resolve) => stream.once('close', resolve)),
  );
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, OUTPUT_TAIL_MS);
  });
  await Promise.race([Promise.all(ends), late]);
  clearTimeout(timer);
  for (const stream of streams) stream?.destroy();
}
