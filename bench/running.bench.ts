import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isQuick, report, rounded } from './report.ts';
import { KEY, startProvider } from './running/provider.ts';

/**
 * What the running program costs while nobody looks. The
 * engine is the headless one in a process of its own: what the app's main process does without a window is the same.
 */
const SECONDS = isQuick() ? 6 : 20;
const SETTLE_MS = isQuick() ? 8_000 : 12_000;
const RATE = 1_500;
const UPDATES = isQuick() ? 12_000 : 40_000;

/** Processor time of all threads of a process so far. Unit: ms. */
function cpuMsOf({ pid }: ChildProcess): number {
  const threads = readdirSync(`/proc/${pid}/task`);
  const ns = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return ns.reduce((sum, each) => sum + each, 0) / 1e6;
}

async function shareOf(child: ChildProcess): Promise<number> {
  await pause(SETTLE_MS);
  const [before, startedAtMs] = [cpuMsOf(child), performance.now()];
  await pause(SECONDS * 1000);
  const share = (cpuMsOf(child) - before) / (performance.now() - startedAtMs);
  child.kill();
  return share;
}

const folder = mkdtempSync(path.join(tmpdir(), 'linewatch-bench-running-'));
writeFileSync(path.join(folder, 'key'), KEY);

function headless(base: string, name: string): ChildProcess {
  const program = path.join(import.meta.dirname, '../src/main/engine/headless.ts');
  const args = ['--base', base, '--key-file', path.join(folder, 'key'), '--data', path.join(folder, name)];
  return spawn(process.execPath, [program, ...args], { stdio: 'ignore' });
}

function onlyHolding(base: string): ChildProcess {
  const program = `import { WebSocket } from ${JSON.stringify(import.meta.resolve('ws'))};
    const socket = new WebSocket(${JSON.stringify(base)}); socket.on('message', () => undefined);
    socket.on('open', () => socket.send('{}'));`;
  return spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' });
}

// all three are measured in the same seconds: two of them take a thousandth of a core
const [quiet, busy] = await Promise.all([
  startProvider({ ratePerSecond: 0, updates: 0 }),
  startProvider({ ratePerSecond: RATE, updates: UPDATES }),
]);
const [ours, held] = [headless(quiet.base, 'quiet'), onlyHolding(quiet.base)];
const [share, oursShare, heldShare] = (await Promise.all(
  [headless(busy.base, 'busy'), ours, held].map((child) => shareOf(child)),
)) as [number, number, number];
report({
  work: 'window hidden, 1,500 frames a second arriving (engine process, history on)',
  limit: 'one core',
  peer: 'a sketch: 9.9 %',
  ours: `${rounded(share * 100, 1)} % of a core`,
  ratio: rounded(0.099 / share),
  target: '<= 6 %',
  met: share <= 0.06,
});
const more = oursShare - heldShare;
report({
  work: 'idle, nothing arriving',
  limit: '1 % of a core',
  peer: `a process that only holds the socket open: ${rounded(heldShare * 100)} % of a core`,
  ours: `${rounded(oursShare * 100)} % of a core`,
  ratio: heldShare === 0 ? null : rounded(oursShare / heldShare),
  target: '<= 1.1, or no more than 0.1 % of a core apart',
  met: heldShare > 0 ? oursShare / heldShare <= 1.1 || more <= 0.001 : more <= 0.001,
});
for (const provider of [busy, quiet]) provider.close();

rmSync(folder, { recursive: true, force: true });
process.exit();
