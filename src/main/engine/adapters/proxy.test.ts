import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, describe, expect, it } from 'vitest';
import { startSimulator } from '#simulator/index.ts';
import { createOddsFeed } from './feed/odds-feed.ts';
import { tunnelThrough } from './proxy.ts';
import { createProviderRest } from './rest/provider-rest.ts';
import { createMemoryBudgets } from './system/memory-budgets.ts';
import { createSystemClock } from './system/system-clock.ts';

const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each();
});

/** A proxy that tunnels, or answers every CONNECT with a status. */
async function startProxy(status = 200) {
  const asked: string[] = [];
  const open = new Set<Duplex>();
  const server = createServer((_request, response) => response.writeHead(405).end());
  server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
    asked.push(request.url ?? '');
    open.add(client);
    if (status !== 200) {
      client.end(`HTTP/1.1 ${status} No\r\n\r\n`);
      return;
    }
    const [host, port] = (request.url ?? '').split(':');
    const target = connect(Number(port), host, () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      target.write(head);
      target.pipe(client).pipe(target);
    });
    for (const end of [client, target]) end.on('error', () => undefined);
    open.add(target);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  undo.push(() => {
    for (const each of open) each.destroy();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

async function provider() {
  const simulator = await startSimulator({ seed: 5, books: 2, games: 3 });
  undo.push(() => simulator.stop());
  return simulator;
}

/** The first message of the odds feed, or how it ended. */
function firstWord(base: string, key: string, proxy: string): Promise<string> {
  return new Promise((resolve) => {
    const connection = createOddsFeed({ base, key, tunnel: tunnelThrough(proxy) }).connect({
      frame: () => undefined,
      message: ({ kind }) => resolve(kind),
      refused: () => undefined,
      ended: ({ reason, detail }) => resolve(`${reason}: ${detail}`),
    });
    undo.push(() => connection.close());
  });
}

const restThrough = (base: string, key: string, proxy: string) =>
  createProviderRest({
    base,
    key,
    clock: createSystemClock(),
    budgets: createMemoryBudgets(),
    tunnel: tunnelThrough(proxy),
  });

describe('a proxy', () => {
  it('carries sockets and GETs to the provider', async () => {
    const { base, key } = await provider();
    const proxy = await startProxy();
    expect(await firstWord(base, key, proxy.address)).toBe('acknowledged');
    expect(await restThrough(base, key, proxy.address).games()).toMatchObject({ ok: true });
    expect(proxy.asked).toEqual([new URL(base).host, new URL(base).host]);
  });

  it.each([403, 407, 503])('that answers %d is named, and nobody doubts the key', async (status) => {
    const { base, key } = await provider();
    const { address } = await startProxy(status);
    const words = `The proxy ${new URL(address).host} does not let the connection through (HTTP ${status}). Check the proxy in the settings.`;
    expect(await firstWord(base, key, address)).toBe(`unreachable: ${words}`);
    expect(await restThrough(base, key, address).games()).toEqual({
      ok: false,
      code: 'offline',
      message: words,
    });
  });

  it('that is not there is named, not the provider', async () => {
    const { base, key } = await provider();
    const words = 'The proxy 127.0.0.1:1 does not answer (ECONNREFUSED). Check the proxy in the settings.';
    expect(await firstWord(base, key, 'http://127.0.0.1:1')).toBe(`unreachable: ${words}`);
    expect(await restThrough(base, key, 'http://127.0.0.1:1').games()).toMatchObject({ message: words });
  });

  it('is none where none is set', () => {
    expect(tunnelThrough('')).toBeUndefined();
  });
});
