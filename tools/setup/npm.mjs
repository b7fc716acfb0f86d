import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../process/run.mjs';
import { SetupProblem } from './say.mjs';

/** Words that npm writes when the network, not the project, is at fault. */
const NETWORK_CODES =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED|E5\d\d)\b|socket hang up|npm (error|ERR!) network\b/;

const RETRY_AFTER_MS = 2_000;
const QUIET = ['--loglevel=warn', '--no-audit', '--no-fund', '--prefer-offline', '--include=dev'];
const PATIENCE = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];

/**
 * Installs what the lock in `folder` asks for, with the user's npm on `node`; once more when the network failed.
 * Throws a `SetupProblem` with the reason.
 */
export async function installLocked(
  /** @type {string} */ folder,
  /** @type {string} */ node,
  /** @type {import('./say.mjs').Narrator} */ say,
) {
  const npm = npmCommand(node);
  const install = () =>
    run(npm.command, [...npm.args, 'ci', ...QUIET, ...PATIENCE], {
      cwd: folder,
      env: npmEnvironment(node),
      shell: npm.shell,
    });
  let result = await install();
  if (result.code !== 0 && isNetworkFailure(result.output)) {
    say.line('  … the network failed, trying once more');
    await pause(RETRY_AFTER_MS);
    result = await install();
  }
  if (result.code !== 0) throw new SetupProblem(whyNpmFailed(result.output || result.problem));
}

/**
 * How to start the user's own npm: the one that runs this script when there is one, else `npm` of the PATH.
 * `node` is the Node.js to run it on.
 */
export function npmCommand(/** @type {string} */ node) {
  const script = process.env['npm_execpath'] ?? '';
  if (path.basename(script) === 'npm-cli.js') return { command: node, args: [script], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/** The environment for an npm inside an npm: what the outer one set about its own script is left out. */
function npmEnvironment(/** @type {string} */ node) {
  /** @type {NodeJS.ProcessEnv} */
  const env = {};
  for (const [name, value] of Object.entries(process.env)) {
    const outer = /^npm_(lifecycle|package|command|config_(local_prefix|loglevel|omit|production))/i.test(
      name,
    );
    if (!outer && name !== 'NODE_ENV') env[name] = value;
  }
  return withNodeFirst(env, node);
}

/** A copy of `env` in which `node` is the first Node.js of the PATH. */
export function withNodeFirst(/** @type {NodeJS.ProcessEnv} */ env, /** @type {string} */ node) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return { ...env, [name]: [path.dirname(node), env[name]].filter(Boolean).join(path.delimiter) };
}

/** True when npm's words say that the registry could not be reached, so that a second try may help. */
export function isNetworkFailure(/** @type {string} */ output) {
  return NETWORK_CODES.test(output);
}

/** One sentence about a failed npm, from its own words. */
export function whyNpmFailed(/** @type {string} */ output) {
  const code = NETWORK_CODES.exec(output)?.[0];
  if (code !== undefined) {
    return `The npm registry can't be reached (${code}). Linewatch needs the network once, to fetch its packages: please run this command again when it is there.`;
  }
  const words = output
    .split('\n')
    .filter((line) => /^npm (error|ERR!)/.test(line) && !/complete log|code /.test(line))
    .map((line) => line.replace(/^npm (error|ERR!)\s*/, '').trim())
    .filter(Boolean)
    .slice(0, 3);
  return `npm could not install the packages: ${words.join(' ') || output.trim().slice(-300) || 'it said nothing'}.`;
}
