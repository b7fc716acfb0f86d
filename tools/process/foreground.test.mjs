import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** A program that says how often it was told to end, takes its time, and exits with 7. */
const CHILD = `
let told = 0;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {
  told += 1;
  if (told === 1) setTimeout(() => { process.stdout.write(\`\${signal} \${told}\\n\`); process.exit(7); }, 300);
});
process.stdout.write('ready\\n');
setInterval(() => undefined, 1000);
`;

/** @type {string} */
let folder;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'linewatch-foreground-'));
  writeFileSync(path.join(folder, 'child.mjs'), CHILD);
  const here = (/** @type {string} */ name) => JSON.stringify(new URL(name, import.meta.url).href);
  writeFileSync(
    path.join(folder, 'script.mjs'),
    `import { command } from ${here('entry.mjs')};
     import { runNodeProgram } from ${here('foreground.mjs')};
     await command(() => runNodeProgram(process.execPath, [${JSON.stringify(path.join(folder, 'child.mjs'))}]));`,
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the script in a process group of its own, as a terminal does, and waits until its program is ready. */
async function start() {
  const script = spawn(process.execPath, [path.join(folder, 'script.mjs')], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const state = { output: '', pid: script.pid ?? 0 };
  const ended = new Promise((resolve) => script.once('exit', (code, signal) => resolve(signal ?? code)));
  script.stdout.setEncoding('utf8').on('data', (text) => {
    state.output += text;
  });
  await expect.poll(() => state.output, { timeout: 5_000 }).toBe('ready\n');
  return { state, ended };
}

describe.runIf(process.platform !== 'win32')('a program in the foreground', () => {
  it.each(/** @type {const} */ (['SIGINT', 'SIGTERM']))(
    'gets %s of a terminal once and decides the exit code',
    async (signal) => {
      const { state, ended } = await start();
      process.kill(-state.pid, signal);
      process.kill(-state.pid, signal);
      expect(await ended).toBe(7);
      expect(state.output).toBe(`ready\n${signal} 1\n`);
    },
  );

  it('is told to end when the script is killed', async () => {
    const { state, ended } = await start();
    process.kill(state.pid, 'SIGKILL');
    expect(await ended).toBe('SIGKILL');
    await expect.poll(() => state.output, { timeout: 5_000 }).toBe('ready\nSIGTERM 1\n');
  });
});
