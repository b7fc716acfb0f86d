import { chunksOf } from './chunks.ts';
import { createContextBridge } from './context-bridge.ts';
import { holdNavigations } from './held-navigations.ts';
import { createIpcRenderer } from './ipc-renderer.ts';
import { startIsolatedWorld } from './isolated-world.ts';
import { startMainWorld } from './main-world.ts';
import { createPageEmitter } from './page-emitter.ts';
import { createPagePorts } from './page-ports.ts';
import { routePermissionAsks } from './permission-asks.ts';
import { runPreload } from './preload-runner.ts';
import { createCodec } from './structured-clone.ts';
import type { PreloadProcess } from './wire.ts';
import { createWorldLink } from './world-link.ts';

/** The script that every document runs in the page's own world before its own scripts. */
export function mainWorldScript(token: string): string {
  return script(
    [createWorldLink, routePermissionAsks, startMainWorld],
    `startMainWorld(${JSON.stringify(token)});`,
  );
}

/** The script that every document runs in the isolated world: the preload and what it stands on. */
export function isolatedWorldScript(options: {
  token: string;
  process: PreloadProcess;
  preloadSource: string | undefined;
  maxChars: number;
}): string {
  const { token, process, preloadSource, maxChars } = options;
  const preload =
    preloadSource === undefined
      ? 'null'
      : `function (require, process, module, exports, global, setImmediate, clearImmediate) {${preloadSource}\n}`;
  const parts = [
    chunksOf,
    createCodec,
    createPageEmitter,
    createPagePorts,
    createIpcRenderer,
    createWorldLink,
    holdNavigations,
    createContextBridge,
    runPreload,
    startIsolatedWorld,
  ];
  const fields = `token: ${JSON.stringify(token)}, process: ${JSON.stringify(process)}, maxChars: ${maxChars}`;
  return script(parts, `startIsolatedWorld({ ${fields}, preload: ${preload} });`);
}

/** Functions travel as their own source text, side by side in one scope, so that they find each other by name. */
function script(parts: ((...args: never[]) => unknown)[], start: string): string {
  return `(() => {\n${parts.map(String).join('\n')}\n${start}\n})();`;
}
