import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { standInObject } from '../stand-in/stand-in.ts';
import { handlerOf } from '../window/custom-scheme.ts';

const MEDIA_TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain',
};

/** `net`: `fetch` for files, for the app's schemes and, by Node, for the network. */
export const net = standInObject<Electron.Net, 'fetch' | 'isOnline' | 'online'>('Net', 'net', {
  online: true,
  isOnline: () => true,
  async fetch(input, init) {
    const request = new Request(input, init);
    if (request.url.startsWith('file:')) return await fetchFile(request.url);
    const handler = init?.bypassCustomProtocolHandlers ? undefined : handlerOf(request.url);
    return handler ? await handler(request) : await fetch(request);
  },
});

async function fetchFile(url: string): Promise<Response> {
  const path = fileURLToPath(url);
  try {
    const type = MEDIA_TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream';
    return new Response(await readFile(path), { headers: { 'content-type': type } });
  } catch {
    throw new Error('net::ERR_FILE_NOT_FOUND');
  }
}
