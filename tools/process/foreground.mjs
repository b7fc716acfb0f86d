import { fileURLToPath, pathToFileURL } from 'node:url';
import { endingSignal, startChild } from './children.mjs';

const END_WITH_PARENT = pathToFileURL(fileURLToPath(new URL('end-with-parent.mjs', import.meta.url))).href;

/**
 * Runs a Node.js program as if it were this script: its input and output, its exit code. It gets SIGINT and SIGTERM
 * once each, and a SIGTERM when this script vanishes. Resolves to the exit code.
 */
export async function runNodeProgram(
  /** @type {string} */ node,
  /** @type {readonly string[]} */ args,
  /** @type {{ cwd?: string, env?: NodeJS.ProcessEnv }} */ options = {},
) {
  const stdio = /** @type {import('node:child_process').StdioOptions} */ ([
    'inherit',
    'inherit',
    'inherit',
    'ipc',
  ]);
  const entry = startChild(node, ['--import', END_WITH_PARENT, ...args], { ...options, stdio }, 'leader');
  return exitCode(await entry.ended);
}

/** The code to exit with after a child: a child that ended by the signal it was sent ended as it should. */
export function exitCode(/** @type {import('./children.mjs').Ending} */ { code, signal, problem }) {
  if (problem !== undefined) process.stderr.write(`${problem}\n`);
  if (code !== null) return code;
  return signal !== null && signal === endingSignal() ? 0 : 1;
}
