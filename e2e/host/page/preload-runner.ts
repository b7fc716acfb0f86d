import type { StoodInContextBridge } from './context-bridge.ts';
import type { StoodInIpcRenderer } from './ipc-renderer.ts';
import type { PageEmitter } from './page-emitter.ts';
import type { PreloadProcess } from './wire.ts';

/**
 * Runs the preload with what a sandboxed one has in Electron: `require` for a few modules, `process`, `global`,
 * `setImmediate`. What is not stood in for throws by name. Runs in the page: it names nothing outside itself.
 */
export function runPreload(
  preload: (...environment: unknown[]) => void,
  processFields: PreloadProcess,
  ipcRenderer: StoodInIpcRenderer,
  contextBridge: StoodInContextBridge,
  createEmitter: () => PageEmitter,
): void {
  const strict = (name: string, members: object): object =>
    new Proxy(members, {
      get(target, key, receiver) {
        if (typeof key === 'string' && !(key in target) && key !== 'then' && key !== 'default') {
          throw new Error(`stand-in host: ${name}.${key} is not stood in for`);
        }
        return Reflect.get(target, key, receiver);
      },
    });
  const electron = strict('electron/renderer', {
    ipcRenderer: strict('ipcRenderer', ipcRenderer),
    contextBridge: strict('contextBridge', contextBridge),
    webFrame: strict('webFrame', {}),
    webUtils: strict('webUtils', {}),
    crashReporter: strict('crashReporter', {}),
    nativeImage: strict('nativeImage', {}),
  });
  const setImmediate = (callback: (...args: unknown[]) => void, ...args: unknown[]): number =>
    window.setTimeout(callback, 0, ...args);
  const clearImmediate = (handle: number): void => window.clearTimeout(handle);
  function EventEmitter(): PageEmitter {
    return createEmitter();
  }
  EventEmitter.EventEmitter = EventEmitter;
  const modules: Record<string, unknown> = {
    electron,
    'electron/renderer': electron,
    'electron/common': electron,
    events: EventEmitter,
    timers: { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, clearImmediate },
    url: { URL, URLSearchParams },
  };
  const require = (name: string): unknown => {
    const found = modules[name.replace(/^node:/, '')];
    if (found === undefined) throw new Error(`module not found: ${name}`);
    return found;
  };
  const process = {
    ...processFields,
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]) =>
      queueMicrotask(() => callback(...args)),
  };
  const module = { exports: {} };
  preload(require, process, module, module.exports, globalThis, setImmediate, clearImmediate);
}
