import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A PostgreSQL of its own, in a temporary folder and behind a socket there. */
export interface Postgres {
  /** What `psql` needs to find it. */
  readonly env: NodeJS.ProcessEnv;
  /** Runs psql; throws what it says when it fails. */
  psql(args: readonly string[], input?: string): string;
  /** The one value that a query answers. */
  ask(query: string): string;
  stop(): void;
}

const INSTALLED = '/usr/lib/postgresql';

/** The folder of PostgreSQL's programs; `null` where it is not installed. */
export function findPostgres(): string | null {
  if (!existsSync(INSTALLED)) return null;
  const versions = readdirSync(INSTALLED).sort((left, right) => Number(right) - Number(left));
  const found = versions.map((version) => path.join(INSTALLED, version, 'bin'));
  return found.find((bin) => existsSync(path.join(bin, 'initdb'))) ?? null;
}

/** Starts a cluster; it refuses to run as root, so root lends it to the user `postgres`. */
export function startPostgres(): Postgres {
  const bin = findPostgres();
  if (bin === null) throw new Error('PostgreSQL is not installed.');
  const owner = process.getuid?.() === 0 ? idsOf('postgres') : null;
  // the temporary folder of a run of the suite is closed to other users
  const folder = mkdtempSync(path.join(owner === null ? tmpdir() : '/tmp', 'linewatch-pg-'));
  if (owner !== null) chownSync(folder, owner.uid, owner.gid);
  const data = path.join(folder, 'data');
  const run = (program: string, args: readonly string[]) =>
    execFileSync(path.join(bin, program), args, {
      ...owner,
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  run('initdb', [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'trust',
    '--no-sync',
    '-E',
    'UTF8',
    '--locale',
    'C.UTF-8',
  ]);
  const options = `-k ${folder} -c listen_addresses= -c fsync=off`;
  run('pg_ctl', ['-D', data, '-w', '-l', path.join(folder, 'log'), '-o', options, 'start']);
  const env = { ...process.env, PGHOST: folder, PGUSER: 'postgres', PGDATABASE: 'postgres' };
  const psql = (args: readonly string[], input = '') => {
    const { status, stdout, stderr } = spawnSync('psql', ['-v', 'ON_ERROR_STOP=1', ...args], {
      env,
      input,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  return {
    env,
    psql,
    ask: (query) => psql(['-Atc', query]).trim(),
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function idsOf(user: string): { readonly uid: number; readonly gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
