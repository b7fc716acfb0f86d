import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { MutationReport } from './mutate-frames.ts';
import { realFrames } from './real-frames.ts';

/** Damages so many real frames in a process of its own and answers what became of them. For tests. */
export async function runMutations(frames: number, seed: number): Promise<MutationReport> {
  const folder = await mkdtemp(path.join(tmpdir(), 'linewatch-mutations-'));
  try {
    const file = path.join(folder, 'frames.ndjson');
    const lines = (await realFrames()).map(({ feed, data }) =>
      JSON.stringify({ feed, base64: data.toString('base64') }),
    );
    await writeFile(file, `${lines.join('\n')}\n`);
    const program = path.join(import.meta.dirname, 'mutate-frames.ts');
    const args = ['--expose-gc', program, file, String(frames), String(seed)];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    return JSON.parse(stdout) as MutationReport;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
