import { execFile, spawnSync } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { isQuick, report, rounded } from './report.ts';
import { benchEngine } from './running/bench-engine.ts';
import { startProvider } from './running/provider.ts';

/**
 * The program that everybody begins with: the provider's own guide in Python. Both take the same line updates over a socket,
 * as fast as they can; what counts is the processor time of their process from the first to the last.
 */
const WORK = 'a Python script as in the provider’s guide';
const TARGET = '>= 3 times as many line updates a second';
const SCRIPT = path.join(import.meta.dirname, 'running/script.py');

interface Taken {
  readonly lines: number;
  readonly cpuMs: number;
}

function whyNot(): string | null {
  const { error, status } = spawnSync('python3', ['-c', 'import websockets'], { stdio: 'ignore' });
  if (error !== undefined) return 'there is no python3 here';
  return status === 0 ? null : 'python3 has no package websockets here';
}

async function byScript(base: string): Promise<Taken> {
  const { stdout } = await promisify(execFile)('python3', [SCRIPT, base.replace('http', 'ws')]);
  return JSON.parse(stdout) as Taken;
}

/** The engine without history, which the script does not have either. */
async function byEngine(base: string): Promise<Taken> {
  let [lines, before] = [0, process.cpuUsage()];
  const { promise, resolve } = Promise.withResolvers<Taken>();
  const status = ({ state }: { readonly state: string }) => {
    if (state !== 'offline') return;
    const { user, system } = process.cpuUsage(before);
    resolve({ lines, cpuMs: (user + system) / 1000 });
  };
  const frame = (_: unknown, data: Buffer) => {
    if (lines === 0) {
      if (!data.includes('"line_update"')) return;
      before = process.cpuUsage();
    }
    lines += 1;
  };
  const engine = benchEngine(base, { status }, { frame });
  engine.start();
  const taken = await promise;
  await engine.stop();
  return taken;
}

const why = whyNot();
if (why !== null) {
  const ours = `skipped: ${why}, and a benchmark installs nothing`;
  report({
    work: WORK,
    limit: '-',
    peer: '28,000 line updates a second',
    ours,
    ratio: null,
    target: TARGET,
    met: null,
  });
} else {
  const provider = await startProvider({
    ratePerSecond: 'all',
    updates: isQuick() ? 150_000 : 200_000,
    onlyLines: true,
  });
  const script = await byScript(provider.base);
  const engine = await byEngine(provider.base);
  provider.close();
  const [peer, ours] = [script, engine].map(({ lines, cpuMs }) => Math.round((lines / cpuMs) * 1000));
  report({
    work: WORK,
    limit: `${engine.lines} line updates over a socket`,
    peer: `${peer} line updates a second of processor time`,
    ours: `${ours} line updates a second`,
    ratio: rounded(ours! / peer!),
    target: TARGET,
    met: ours! >= 3 * peer!,
  });
}
process.exit();
