import type { chunksOf as ChunksOf } from './chunks.ts';
import type { createContextBridge as CreateContextBridge } from './context-bridge.ts';
import type { holdNavigations as HoldNavigations } from './held-navigations.ts';
import type { createIpcRenderer as CreateIpcRenderer } from './ipc-renderer.ts';
import type { createPageEmitter as CreatePageEmitter } from './page-emitter.ts';
import type { createPagePorts as CreatePagePorts } from './page-ports.ts';
import type { runPreload as RunPreload } from './preload-runner.ts';
import type { createCodec as CreateCodec } from './structured-clone.ts';
import type { PreloadProcess, ToHost, ToPage } from './wire.ts';

declare const chunksOf: typeof ChunksOf;
declare const createCodec: typeof CreateCodec;
declare const createPageEmitter: typeof CreatePageEmitter;
declare const createPagePorts: typeof CreatePagePorts;
declare const holdNavigations: typeof HoldNavigations;
declare const createIpcRenderer: typeof CreateIpcRenderer;
declare const createContextBridge: typeof CreateContextBridge;
declare const runPreload: typeof RunPreload;

/** What the host gives the isolated world of every document. */
export interface IsolatedWorldOptions {
  token: string;
  process: PreloadProcess;
  preload: ((...env: unknown[]) => void) | null;
  /** The longest text that goes to the host in one call. */
  maxChars: number;
}

/**
 * The preload's end: speaks with the host over the two functions that only this world has, gives the preload its
 * `electron` module, then runs it.
 */
export function startIsolatedWorld(options: IsolatedWorldOptions): void {
  if (window !== window.top) return;
  const world = globalThis as unknown as {
    __hostSend?: (text: string) => void;
    __hostReceive?: (text: string, last: boolean) => void;
  };
  const send = world.__hostSend;
  if (!send) return;
  delete world.__hostSend;

  const post = (message: ToHost): void => {
    const chunks = chunksOf(JSON.stringify(message), options.maxChars);
    const last = chunks.pop();
    for (const chunk of chunks) send(`+${chunk}`);
    send(`.${last}`);
  };

  const codec = createCodec({
    bytesToBase64: (bytes) => bytes.toBase64(),
    base64ToBytes: (text) => Uint8Array.fromBase64(text),
    structuredClone: (value) => structuredClone(value),
  });
  const ports = createPagePorts(codec, post);
  const ipc = createIpcRenderer(codec, ports, post, createPageEmitter());
  const bridge = createContextBridge(options.token, {
    windowClose: () => post({ kind: 'window-close' }),
    permission: (ask) => post({ kind: 'permission', ...ask }),
    windowOpen: (details) => post({ kind: 'window-open', ...details }),
  });

  const navigations = holdNavigations((wanted) => post({ kind: 'navigate', ...wanted }));

  let parts = '';
  world.__hostReceive = (text, last) => {
    parts += text;
    if (!last) return;
    const messages = JSON.parse(parts) as ToPage[];
    parts = '';
    for (const message of messages) {
      if (message.kind === 'port-message' || message.kind === 'port-close') ports.receive(message);
      else if (message.kind === 'permission') bridge.decided(message);
      else if (message.kind === 'proceed') navigations.proceed(message.id);
      else ipc.receive(message);
    }
  };

  post({ kind: 'hello' });
  document.addEventListener('DOMContentLoaded', () => {
    const tellTitle = (): void => post({ kind: 'title', title: document.title });
    const observer = new MutationObserver(tellTitle);
    observer.observe(document.head, { childList: true, subtree: true, characterData: true });
    if (document.title !== '') tellTitle();
  });
  try {
    if (options.preload)
      runPreload(options.preload, options.process, ipc.ipcRenderer, bridge.contextBridge, createPageEmitter);
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    post({ kind: 'preload-error', message, stack: stack ?? '' });
  }
}
