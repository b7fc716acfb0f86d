import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * A wire between a client and a server that can go dead: connections stay open, and nothing arrives at either end, nor
 * is lost, until it heals. For tests.
 */
export class TcpProxy {
  readonly #server: Server;
  readonly #ends = new Set<Socket>();
  #isDead = false;

  constructor(toPort: number) {
    this.#server = createServer((client) => {
      const server = connect(toPort, '127.0.0.1');
      this.#join(client, server);
      this.#join(server, client);
    });
  }

  /** Opens it on any port; answers which. */
  async open(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as AddressInfo).port;
  }

  /** From now on nothing gets through: no byte, no end. */
  goDead(): void {
    this.#isDead = true;
    for (const end of this.#ends) end.pause();
  }

  heal(): void {
    this.#isDead = false;
    for (const end of this.#ends) end.resume();
  }

  close(): void {
    for (const end of this.#ends) end.destroy();
    this.#server.close();
  }

  #join(from: Socket, to: Socket): void {
    this.#ends.add(from);
    from.on('data', (data) => to.write(data));
    from.on('end', () => to.end());
    // one end gone, the other has nobody to talk to
    from.on('error', () => from.destroy());
    from.on('close', () => {
      this.#ends.delete(from);
      if (!this.#isDead) to.destroy();
    });
    if (this.#isDead) from.pause();
  }
}
