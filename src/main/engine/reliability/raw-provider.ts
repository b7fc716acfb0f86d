import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Duplex, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

const ACCEPT = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const OPCODES = { text: 1, binary: 2, close: 8 };

/** What a test plays the provider with. */
export interface Performance {
  /** A client wants a socket. */
  connect(visit: Visit): void;
  /** A client asks an endpoint. */
  get?(request: IncomingMessage, response: ServerResponse): void;
}

/** A client at the door, before it is let in. */
export class Visit {
  readonly request: IncomingMessage;
  readonly #wire: Duplex;

  constructor(request: IncomingMessage, wire: Duplex) {
    this.request = request;
    this.#wire = wire;
    // the client may hang up at any time, and that is all there is to it
    wire.on('error', () => wire.destroy());
  }

  /** Writes these bytes instead of an answer, and hangs up. */
  say(bytes: string | Buffer): void {
    this.#wire.end(bytes);
  }

  hangUp(): void {
    this.#wire.destroy();
  }

  refuse(status: number, headers: Readonly<Record<string, string>>, body: string): void {
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const length = `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n`;
    this.say(`HTTP/1.1 ${status} Refused\r\n${lines.join('')}${length}\r\n${body}`);
  }

  /** Opens the socket. */
  open(headers: Readonly<Record<string, string>> = {}): RawSocket {
    const key = this.request.headers['sec-websocket-key'] ?? '';
    const accept = createHash('sha1').update(`${key}${ACCEPT}`).digest('base64');
    const lines = Object.entries({
      Upgrade: 'websocket',
      Connection: 'Upgrade',
      'Sec-WebSocket-Accept': accept,
      ...headers,
    });
    const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
    this.#wire.write(`HTTP/1.1 101 Switching Protocols\r\n${head}\r\n`);
    return new RawSocket(this.#wire);
  }
}

/** An open socket, its frames written by hand. */
export class RawSocket {
  readonly #wire: Duplex;
  /** Resolves with the first message of the client, whatever it is. */
  readonly heard: Promise<unknown>;

  constructor(wire: Duplex) {
    this.#wire = wire;
    this.heard = once(wire, 'data').catch(() => undefined);
    wire.resume();
  }

  text(text: string): void {
    this.#frame(OPCODES.text, Buffer.from(text));
  }

  bytes(bytes: Buffer): void {
    this.#frame(OPCODES.binary, bytes);
  }

  close(code: number, reason: string): void {
    const head = Buffer.alloc(2);
    head.writeUInt16BE(code);
    this.#frame(OPCODES.close, Buffer.concat([head, Buffer.from(reason)]));
    this.#wire.end();
  }

  /** Ends without a word. */
  drop(): void {
    this.#wire.destroy();
  }

  /** Writes anything, perhaps no frame at all. */
  raw(bytes: Buffer): void {
    this.#wire.write(bytes);
  }

  /** One text frame of this length, its parts written one by one as the client takes them. */
  async large(bytes: number, parts: Iterable<Buffer>): Promise<void> {
    this.#wire.write(headOf(OPCODES.text, bytes));
    // a client that hangs up in the middle ends it
    await pipeline(Readable.from(parts), this.#wire, { end: false }).catch(() => this.#wire.destroy());
  }

  #frame(opcode: number, payload: Buffer): void {
    this.#wire.write(Buffer.concat([headOf(opcode, payload.length), payload]));
  }
}

function headOf(opcode: number, bytes: number): Buffer {
  const head = Buffer.alloc(bytes < 126 ? 2 : bytes < 65_536 ? 4 : 10);
  head[0] = 0x80 | opcode;
  head[1] = bytes < 126 ? bytes : bytes < 65_536 ? 126 : 127;
  if (head.length === 4) head.writeUInt16BE(bytes, 2);
  if (head.length === 10) head.writeBigUInt64BE(BigInt(bytes), 2);
  return head;
}

/** A provider of which every byte is in a test's hand. */
export class RawProvider {
  readonly #server: Server = createServer();
  readonly #wires = new Set<Duplex>();

  constructor(performance: Performance) {
    this.#server.on('connection', (wire: Duplex) => {
      this.#wires.add(wire);
      wire.on('close', () => this.#wires.delete(wire));
    });
    this.#server.on('upgrade', (request, wire) => performance.connect(new Visit(request, wire)));
    this.#server.on('request', (request, response) => {
      if (performance.get === undefined) response.writeHead(404).end();
      else performance.get(request, response);
    });
    this.#server.on('clientError', (_error, wire) => wire.destroy());
  }

  /** Opens it on any port. Answers the base of its endpoints. */
  async open(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api`;
  }

  close(): void {
    for (const wire of this.#wires) wire.destroy();
    this.#server.close();
  }
}
