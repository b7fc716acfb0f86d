import { request as requestPlain } from 'node:http';
import { request as requestSecurely } from 'node:https';
import { Readable } from 'node:stream';
import type { Tunnel } from '../proxy.ts';

/** Answers that have no body. */
const BODILESS: ReadonlySet<number> = new Set([204, 205, 304]);

/** A GET over fetch, or through a tunnel, which fetch does not take. No redirect is followed: it would carry the key on. */
export function getResponse(url: URL, tunnel: Tunnel, signal: AbortSignal): Promise<Response> {
  if (tunnel === undefined) return fetch(url, { signal, redirect: 'error' });
  const open = url.protocol === 'https:' ? requestSecurely : requestPlain;
  return new Promise((resolve, reject) => {
    const sent = open(url, { agent: tunnel, signal, headers: { accept: '*/*' } }, (message) => {
      const status = message.statusCode ?? 0;
      const headers = new Headers();
      for (const [name, value] of Object.entries(message.headers)) headers.set(name, String(value));
      if (BODILESS.has(status)) message.resume();
      const body = BODILESS.has(status) ? null : (Readable.toWeb(message) as ReadableStream);
      resolve(new Response(body, { status, headers }));
    });
    sent.on('error', reject);
    sent.end();
  });
}
