import { expect, test } from 'vitest';
import { keyFault } from './key-fault.ts';

const BASE = 'https://spro.agency/api';

test.each([
  ['', BASE, 'key'],
  ['two words', BASE, 'key'],
  ['a-key', 'spro.agency', 'base'],
  ['a-key', 'ftp://spro.agency', 'base'],
  ['a-key', BASE, undefined],
  ['a-key', 'ws://127.0.0.1:8080/api', undefined],
])('key %j with address %j: fault of %s', (key, base, field) => {
  expect(keyFault(key, base)?.field).toBe(field);
});
