/**
 * Writes the source of a function `(seed, names) => [name, input]` that makes the same call of the same seed wherever it
 * runs: in the page that sends it, and in the test that judges it. Most of what it makes is wrong in some way.
 */
export const CALL_SOURCE = String.raw`(seed, names) => {
  let state = (seed * 2654435761 + 1) >>> 0;
  const chance = () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0;
    return state / 4294967296;
  };
  const pick = (list) => list[Math.floor(chance() * list.length)];
  const fields = ['sport', 'market', 'generation', 'number', 'key', 'base', 'games', 'game', 'sportsbook', 'betId', 'note',
    'step', 'sports', 'sportsbooks', 'markets', 'theme', 'filters', 'proxy', 'shortcuts', 'id', 'rule', 'name', 'entries',
    'fromMs', 'toMs', 'file', 'path', 'length', 'constructor', 'toString', '__proto__', 'then', 'query', 'of', 'columns'];
  const leaf = () => pick([
    () => undefined, () => null, () => Number.NaN, () => -1, () => 1.5, () => Infinity, () => 2 ** 53, () => 10n, () => true,
    () => '', () => 'x'.repeat(Math.floor(chance() * 3000)), () => '\u0000', () => '../../etc/passwd', () => 'file:///etc/passwd',
    () => 'javascript:alert(1)', () => '{"$gt":0}', () => "'; DROP TABLE bets; --", () => new Date(0), () => /x/,
    () => new Map([['key', 'value']]), () => new Set([1]), () => new Uint8Array(8), () => new ArrayBuffer(4),
    () => new Error('thrown'), () => Object.create(null), () => [],
  ])();
  const value = (depth) => {
    const kind = chance();
    if (depth === 0 || kind < 0.45) return leaf();
    if (kind < 0.6) return Array.from({ length: Math.floor(chance() * 6) }, () => value(depth - 1));
    const made = {};
    for (let count = Math.floor(chance() * 7); count > 0; count -= 1) {
      Object.defineProperty(made, pick(fields), { value: value(depth - 1), enumerable: true, configurable: true, writable: true });
    }
    if (chance() < 0.05) made.self = made;
    return made;
  };
  return [pick(names), value(4)];
}`;
