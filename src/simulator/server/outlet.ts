import { WebSocket } from 'ws';
import type { FrameFaults } from './faults/faults.ts';
import type { SimulatorStats } from './stats.ts';

/** How frames are put on the wire. */
export interface FrameStyle {
  /** Data frames of one moment go out together, as arrays. */
  readonly arrays: boolean;
  /** Frames are sent as binary ones. */
  readonly binary: boolean;
}

const FRAMES_PER_ARRAY = 200;
const BACKLOG_BYTES = 8 << 20;
const HOPELESS_BACKLOG_BYTES = 512 << 20;

/** One socket's way out: everything that a client gets passes here, and so do the faults. */
export class Outlet {
  readonly #socket: WebSocket;
  readonly #style: FrameStyle;
  readonly #faults: FrameFaults;
  readonly #stats: SimulatorStats;
  #gathered: string[] = [];
  #isDead = false;
  /** Called when the socket is given up as dead, though it stays open. */
  onDead: () => void = () => undefined;

  constructor(socket: WebSocket, style: FrameStyle, faults: FrameFaults, stats: SimulatorStats) {
    this.#socket = socket;
    this.#style = style;
    this.#faults = faults;
    this.#stats = stats;
  }

  /** Whether the client takes frames more slowly than they come, so that a snapshot should wait. */
  get isBehind(): boolean {
    return this.#socket.bufferedAmount > BACKLOG_BYTES;
  }

  /** Data: alone, or gathered into arrays until `flush`. */
  data(text: string): void {
    this.#stats.frames += 1;
    if (!this.#style.arrays) {
      this.#pass(text);
      return;
    }
    this.#gathered.push(text);
    if (this.#gathered.length >= FRAMES_PER_ARRAY) this.flush();
  }

  /** Control frames always go alone and at once. */
  control(text: string): void {
    this.#pass(text);
  }

  /** A frame as it is: text stays text, bytes stay bytes. */
  raw(frame: string | Buffer): void {
    this.#stats.frames += 1;
    this.#pass(String(frame), typeof frame !== 'string');
  }

  flush(): void {
    if (this.#gathered.length === 0) return;
    const frames = this.#gathered;
    this.#gathered = [];
    this.#pass(`[${frames.join(', ')}]`);
  }

  /** From now on nothing goes out and nothing comes in, but the socket stays open. */
  goDead(): void {
    if (this.#isDead) return;
    this.#isDead = true;
    this.#socket.pause();
    this.onDead();
  }

  /** Ends the connection once the client has everything that was sent. */
  close(): void {
    this.#socket.close(1012, 'the recorded connection ended here');
  }

  drop(): void {
    this.#socket.terminate();
  }

  #pass(text: string, isBinary = this.#style.binary): void {
    if (this.#isDead) return;
    this.#faults.pass(this, text, (frame, fragments) => this.#write(frame, fragments, isBinary));
  }

  #write(frame: string, fragments: number, isBinary: boolean): void {
    const socket = this.#socket;
    if (this.#isDead || socket.readyState !== WebSocket.OPEN) return;
    if (socket.bufferedAmount > HOPELESS_BACKLOG_BYTES) {
      socket.terminate();
      return;
    }
    const payload = isBinary ? Buffer.from(frame) : frame;
    this.#stats.bytes += payload.length;
    if (fragments <= 1) {
      socket.send(payload, { binary: isBinary });
      return;
    }
    const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
    const size = Math.max(1, Math.ceil(bytes.length / fragments));
    for (let at = 0; at < bytes.length; at += size) {
      socket.send(bytes.subarray(at, at + size), { binary: isBinary, fin: at + size >= bytes.length });
    }
  }
}
