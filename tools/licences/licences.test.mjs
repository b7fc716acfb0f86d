import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../setup/places.mjs';

/** Licences under which packages may run with the app, and those that tools may have besides. */
const SHIPPED = [
  'MIT',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Python-2.0',
  'CC0-1.0',
];
const TOOLS = [...SHIPPED, 'MPL-2.0', 'CC-BY-4.0', 'WTFPL'];

/** @typedef {{ readonly license?: string; readonly dev?: boolean; readonly devOptional?: boolean }} Locked */

/** One of the alternatives is enough; of what is joined by AND, every part. */
function isAllowed(/** @type {string} */ licence, /** @type {readonly string[]} */ allowed) {
  const bare = licence.replaceAll(/[()]/g, '');
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((part) => allowed.includes(part)));
}

describe('the licences of packages', () => {
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));
  const packages = Object.entries(/** @type {Record<string, Locked>} */ (lock.packages)).filter(
    ([name]) => name !== '',
  );

  it('allow what is done with them', () => {
    const wrong = packages
      .filter(
        ([, { license, dev, devOptional }]) =>
          !isAllowed(license ?? 'none', dev || devOptional ? TOOLS : SHIPPED),
      )
      .map(([name, { license }]) => `${name}: ${license ?? 'none'}`);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['GPL-3.0', false],
    ['MIT AND GPL-2.0', false],
    ['(MIT OR GPL-2.0)', true],
    ['none', false],
    ['MPL-2.0', false],
  ])('%s may be shipped: %s', (licence, may) => expect(isAllowed(licence, SHIPPED)).toBe(may));
});
