import { contextBridge, ipcRenderer } from 'electron';
import { BRIDGE_GLOBAL, type Bridge, REQUEST_CHANNEL, STREAM_CHANNEL } from '#contract/bridge.ts';
import { REQUEST_NAMES, STREAM_NAMES } from '#contract/requests.ts';

type Receiver = (payload: unknown) => void;

const requestNames: ReadonlySet<string> = new Set(REQUEST_NAMES);
const receivers = new Map<string, Set<Receiver>>(STREAM_NAMES.map((name) => [name, new Set()]));

ipcRenderer.on(STREAM_CHANNEL, (_event, name: string, payload: unknown) => {
  for (const receive of receivers.get(name) ?? []) receive(payload);
});

const bridge = {
  async request(name: string, input: unknown) {
    if (!requestNames.has(name)) {
      return { ok: false, code: 'bad-request', message: 'There is no such request.' };
    }
    try {
      return await ipcRenderer.invoke(REQUEST_CHANNEL, name, input);
    } catch (error) {
      return { ok: false, code: 'internal', message: error instanceof Error ? error.message : String(error) };
    }
  },
  listen(name: string, receive: Receiver) {
    const listening = receivers.get(name);
    if (!listening) throw new TypeError('There is no such stream.');
    // A wrapper of its own, so that one function given twice is two receivers with two undos.
    const entry: Receiver = (payload) => receive(payload);
    listening.add(entry);
    return () => {
      listening.delete(entry);
    };
  },
};

// The names are checked above; the contract's generics hold for whoever calls through the typed access.
contextBridge.exposeInMainWorld(BRIDGE_GLOBAL, bridge as unknown as Bridge);
