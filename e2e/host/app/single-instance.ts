import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { debug } from '../debug.ts';

/** What a second instance tells the first. */
export interface SecondInstance {
  argv: string[];
  workingDirectory: string;
  additionalData: unknown;
}

/**
 * The lock that lets one instance run per user data folder: a symbolic link that names its holder, which the file
 * system makes in one step, and a socket in the abstract name space, which ends with its process.
 */
export class SingleInstanceLock {
  #held: { link: string; server: Server } | undefined;
  #handOver: Promise<void> = Promise.resolve();

  get isHeld(): boolean {
    return this.#held !== undefined;
  }

  /** Settles when what a second instance has to tell has been told. */
  get handedOver(): Promise<void> {
    return this.#handOver;
  }

  /** Takes the lock, or tells its holder about this instance and returns false. */
  request(folder: string, self: SecondInstance, onSecond: (other: SecondInstance) => void): boolean {
    if (this.#held) return true;
    const link = join(folder, 'SingletonHost');
    const address = `\0stand-in-host-${createHash('sha256').update(link).digest('hex').slice(0, 40)}`;
    if (!take(link)) {
      this.#handOver = tell(address, self);
      return false;
    }
    const server = createServer((socket) => {
      let text = '';
      socket.setEncoding('utf8');
      socket.on('error', (error) => debug('second instance:', error.message));
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('end', () => {
        socket.end();
        if (text !== '') onSecond(JSON.parse(text) as SecondInstance);
      });
    });
    server.on('error', (error) => debug('single instance:', error.message));
    server.listen(address).unref();
    this.#held = { link, server };
    return true;
  }

  release(): void {
    if (!this.#held) return;
    rmSync(this.#held.link, { force: true });
    this.#held.server.close();
    this.#held = undefined;
  }
}

function take(link: string): boolean {
  // The second try is for a link whose holder has died.
  for (const attempt of [1, 2]) {
    try {
      symlinkSync(identity(process.pid) ?? '', link);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readlinkSync(link);
    if (identity(Number.parseInt(holder, 10)) === holder) return false;
    debug('taking over from', holder, 'attempt', attempt);
    rmSync(link, { force: true });
  }
  return false;
}

/** A process id is used again one day; together with the time of its start it is not. */
function identity(pid: number): string | undefined {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return `${pid}-${afterName.split(' ')[19]}`;
  } catch {
    return undefined;
  }
}

function tell(address: string, self: SecondInstance): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(address, () => socket.end(JSON.stringify(self)));
    socket.on('error', (error) => debug('first instance:', error.message));
    socket.on('close', () => resolve());
    socket.resume();
  });
}
