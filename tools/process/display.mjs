import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { endChild, startChild } from './children.mjs';

const START_WITHIN_MS = 10_000;
const FAMILY_WILD = 0xffff;

/** True where programs can open windows. */
export function hasDisplay(env = process.env) {
  return process.platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/**
 * Starts a virtual display (Xvfb) on a free number; only holders of the cookie in `folder` may use it.
 * Gives the environment for its users and the way to end it. Throws when it does not come up.
 */
export async function startDisplay(/** @type {string} */ folder) {
  const cookieFile = path.join(folder, 'xauthority');
  writeFileSync(cookieFile, authorityRecord(randomBytes(16)), { mode: 0o600 });
  const args = ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-auth', cookieFile];
  const stdio = /** @type {import('node:child_process').StdioOptions} */ ([
    'ignore',
    'ignore',
    'ignore',
    'pipe',
  ]);
  const entry = startChild('Xvfb', args, { stdio }, 'nobody');
  const number = await displayNumber(entry);
  return {
    env: { DISPLAY: `:${number}`, XAUTHORITY: cookieFile },
    end: () => endChild(entry),
  };
}

async function displayNumber(/** @type {import('./children.mjs').Owned} */ entry) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('Xvfb did not come up within 10 s.')), START_WITHIN_MS);
  });
  /** @type {Promise<never>} */
  const ended = entry.ended.then(({ code, problem }) => {
    throw new Error(`Xvfb ended at once: ${problem ?? `code ${code}`}.`);
  });
  const pipe = /** @type {import('node:stream').Readable} */ (entry.child.stdio[3]);
  /** @type {Promise<string>} */
  const said = new Promise((resolve) => {
    let text = '';
    pipe.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.trim());
    });
  });
  try {
    return await Promise.race([said, late, ended]);
  } finally {
    clearTimeout(timer);
    pipe.destroy();
    ended.catch(() => undefined);
  }
}

/** One record of the Xauthority format: big-endian lengths before address, display number, scheme and cookie. */
function authorityRecord(/** @type {Buffer} */ cookie) {
  const field = (/** @type {Buffer} */ bytes) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(bytes.length);
    return Buffer.concat([length, bytes]);
  };
  const family = Buffer.alloc(2);
  family.writeUInt16BE(FAMILY_WILD);
  const empty = field(Buffer.alloc(0));
  return Buffer.concat([family, empty, empty, field(Buffer.from('MIT-MAGIC-COOKIE-1')), field(cookie)]);
}
