import type { IncomingMessage } from 'node:http';
import type { Redact } from '../../redact.ts';
import { errorWords } from '../../rest/decode-rest.ts';

/** More of an answer is not read. */
const MOST_BYTES = 4096;
/** Nor is it waited for longer. */
const TIMEOUT_MS = 2_000;
const MOST_CHARACTERS = 200;

/**
 * What the provider says with a refusal: its JSON's `message` or `error`, or a line of text; empty where it says nothing
 * for people (a page of HTML, say). Never rejects. Without the key.
 */
export async function wordsOfRefusal(response: IncomingMessage, redact: Redact): Promise<string> {
  const text = redact(await beginningOf(response)).trim();
  const words = errorWords(asJson(text)).replace(/\s+/g, ' ').replace(/\.$/, '').slice(0, MOST_CHARACTERS);
  return words.startsWith('<') || words.startsWith('{') ? '' : words;
}

function beginningOf(response: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const done = (): void => {
      clearTimeout(timeout);
      resolve(Buffer.concat(chunks).subarray(0, MOST_BYTES).toString('utf8'));
    };
    const timeout = setTimeout(done, TIMEOUT_MS);
    response.on('data', (chunk: Buffer) => {
      if (bytes >= MOST_BYTES) return;
      chunks.push(chunk);
      bytes += chunk.byteLength;
      if (bytes >= MOST_BYTES) done();
    });
    response.once('close', done);
    response.once('end', done);
    response.on('error', done);
  });
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
