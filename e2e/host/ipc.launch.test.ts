import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchFixture, PATIENCE, type RunningFixture } from './launch-fixture.ts';

let fixture: RunningFixture;
beforeAll(async () => {
  fixture = await launchFixture();
});
afterAll(async () => {
  await fixture?.stop();
});

describe('IPC', () => {
  test('carries structured clones both ways', async () => {
    const seen = await fixture.page.evaluate(async () => {
      const shared = { name: 'shared' };
      const circular: { self?: unknown } = {};
      circular.self = circular;
      const sent = [
        new Float64Array([1.5, -0, Number.NaN]),
        new Uint8Array([1, 2, 3]).subarray(1),
        new Map([['key', new Set([1n])]]),
        new Date(5),
        undefined,
        { __proto__: null, $: 'dollar', deep: [null, undefined, -0] },
        [shared, shared],
        circular,
        'ünï 𝟙',
        /a+/giu,
        new RangeError('told'),
      ];
      const [floats, view, map, date, nothing, object, pair, loop, text, pattern, error] =
        await window.fixture.invoke('echo', ...sent);
      return {
        floats:
          floats instanceof Float64Array &&
          [...floats].map((n: number) => (Object.is(n, -0) ? '-0' : String(n))),
        view: view instanceof Uint8Array && [...view],
        map: map instanceof Map && map.get('key').has(1n),
        date: date instanceof Date && date.getTime(),
        nothing: nothing === undefined,
        object: [object.$, object.deep.length, object.deep[1] === undefined, Object.is(object.deep[2], -0)],
        text,
        pattern: String(pattern),
        error: error instanceof Error && error.message,
        sameTwice: pair[0].name === 'shared' && pair[0] === pair[1],
        insideItself: loop.self === loop,
      };
    });
    expect(seen).toEqual({
      floats: ['1.5', '-0', 'NaN'],
      view: [2, 3],
      map: true,
      date: 5,
      nothing: true,
      object: ['dollar', 3, true, true],
      text: 'ünï 𝟙',
      pattern: '/a+/giu',
      error: 'told',
      sameTwice: true,
      insideItself: true,
    });
  });

  test('gives the handler the types that were sent', async () => {
    const types = await fixture.page.evaluate(() =>
      window.fixture.invoke('types', {
        column: new Int32Array(2),
        when: new Date(),
        ids: new Set([1]),
        big: 2n,
        none: undefined,
      }),
    );
    expect(types).toEqual([
      'column:[object Int32Array]',
      'when:[object Date]',
      'ids:[object Set]',
      'big:[object BigInt]',
      'none:[object Undefined]',
    ]);
  });

  test.each([
    ['fail', "Error invoking remote method 'fail': TypeError: the handler failed"],
    ['missing', "Error invoking remote method 'missing': Error: No handler registered for 'missing'"],
    ['uncloneable', "Error invoking remote method 'uncloneable': Error: An object could not be cloned."],
  ])('rejects as Electron does: %s', async (channel, message) => {
    const told = await fixture.page.evaluate(
      (name) => window.fixture.invoke(name).catch((e: Error) => e.message),
      channel,
    );
    expect(told).toBe(message);
  });

  test('tells who sent', async () => {
    expect(await fixture.page.evaluate(() => window.fixture.invoke('who'))).toEqual({
      url: 'app://bundle/index.html',
      origin: 'app://bundle',
      id: 1,
    });
  });

  test('knows the sender of the first message of each document', async () => {
    for (const url of [
      'app://bundle/index.html?first',
      'app://bundle/index.html?second',
      'app://other/none',
    ]) {
      const sender = await fixture.app.evaluate(async ({ BrowserWindow }, address) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        await contents?.loadURL(address);
        return contents?.executeJavaScript('window.fixture.early().then(({ url }) => url)');
      }, url);
      expect(sender).toBe(url);
    }
    await fixture.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.loadURL('app://bundle/index.html'),
    );
  });

  test('tells the status of a document that the app answered with', async () => {
    const told = await fixture.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const statuses: number[] = [];
      contents?.on('did-navigate', (_event, _url, status) => statuses.push(status));
      for (const url of ['app://other/none', 'data:text/html,x', 'app://bundle/index.html'])
        await contents?.loadURL(url);
      contents?.removeAllListeners('did-navigate');
      return statuses;
    });
    expect(told).toEqual([404, -1, 200]);
    await fixture.page.waitForFunction(() => 'fixture' in window);
  });

  test('delivers pushes in order and whole', async () => {
    const received = await fixture.page.evaluate(async () => {
      const seen: number[] = [];
      const done = new Promise<void>((resolve) => {
        const stop = window.fixture.onPushed(({ seq, prices }: { seq: number; prices: Float64Array }) => {
          if (prices.every((price) => price === seq) && prices.length === 500) seen.push(seq);
          if (seq === 1999) {
            stop();
            resolve();
          }
        });
      });
      await window.fixture.invoke('push', 2000, 500);
      await done;
      return seen;
    });
    expect(received).toEqual(Array.from({ length: 2000 }, (_, seq) => seq));
  });

  test('carries a message far longer than one call over the debugging protocol', async () => {
    const echoed = await fixture.page.evaluate(async () => {
      const text = '𝟙'.repeat(3_000_000);
      const [back] = await window.fixture.invoke('echo', text);
      return back === text;
    });
    expect(echoed).toBe(true);
  });

  test('carries message ports both ways, and tells when their document is gone', async () => {
    const answers = await fixture.page.evaluate(async () => {
      const fromMain = await new Promise<MessagePort>((resolve) => {
        window.addEventListener(
          'message',
          (event) => event.data.port === 'from main' && resolve(event.ports[0] as MessagePort),
        );
        window.postMessage('want-port', '*');
      });
      const pong = new Promise((resolve) => {
        fromMain.onmessage = (event) => resolve(event.data);
      });
      fromMain.postMessage(new Uint8Array([7]));
      const { port1, port2 } = new MessageChannel();
      const doubled = new Promise((resolve) => {
        port1.onmessage = (event) => resolve(event.data);
      });
      window.postMessage('give-port', '*', [port2]);
      port1.postMessage(21);
      const answer = ((await pong) as { pong: Uint8Array }).pong;
      return [answer instanceof Uint8Array, answer[0], await doubled];
    });
    expect(answers).toEqual([true, 7, 42]);
    await fixture.page.reload();
    await expect
      .poll(
        () => fixture.app.evaluate(() => (globalThis as unknown as FixtureState).fixture.events),
        PATIENCE,
      )
      .toContain('port-closed');
  });

  test('worker threads of the app run', async () => {
    const told = await fixture.page.evaluate(async () => {
      const { inWorker, column } = await window.fixture.invoke('in-worker');
      return [inWorker, column instanceof Int32Array, [...column]];
    });
    expect(told).toEqual([true, true, [1, 2, 3]]);
  });
});

describe('context isolation', () => {
  test('the page finds the exposed API, frozen, and nothing of the preload or the host', async () => {
    const found = await fixture.page.evaluate(() => ({
      page: ['require', 'process', 'module', 'global', '__hostSend', '__hostReceive', 'Buffer'].filter(
        (name) => name in window,
      ),
      frozen: Object.isFrozen(window.fixture),
      sandboxed: window.fixture.sandboxed,
      atFirstScript: window.sawApi,
    }));
    expect(found).toEqual({ page: [], frozen: true, sandboxed: true, atFirstScript: 'object' });
  });

  test('functions and promises cross the bridge; a throw crosses by its message', async () => {
    const crossed = await fixture.page.evaluate(async () => [
      window.fixture.add(2, 3),
      await window.fixture.later(new Date(9)).then((date: Date) => date.getTime()),
      window.fixture.call((value: number) => value + 1, 4),
      (() => {
        try {
          return window.fixture.call(() => {
            throw new Error('thrown in the page');
          }, 0);
        } catch (error) {
          return (error as Error).message;
        }
      })(),
    ]);
    expect(crossed).toEqual([5, 9, 5, 'thrown in the page']);
  });

  test('what the preload lacks throws by name', async () => {
    const message = await fixture.page.evaluate(() => {
      try {
        return window.fixture.notStoodIn();
      } catch (error) {
        return (error as Error).message;
      }
    });
    expect(message).toBe('stand-in host: ipcRenderer.sendSync is not stood in for');
  });
});

interface FixtureState {
  fixture: { events: string[] };
}

declare global {
  interface Window {
    // The fixture app is plain JavaScript.
    // biome-ignore lint/suspicious/noExplicitAny: its API has no types
    fixture: any;
    sawApi: string;
  }
}
