import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { APP_LINK_SCHEME, appLinkIn, parseAppLink } from './app-link.ts';

describe('parseAppLink', () => {
  const encoded = encodeURIComponent('Celtics vs Lakers, 2026-11-24, 07');
  test.each([
    [`linewatch://game/${encoded}`, { kind: 'game', game: 'Celtics vs Lakers, 2026-11-24, 07' }],
    [`linewatch://game/${encoded}/`, { kind: 'game', game: 'Celtics vs Lakers, 2026-11-24, 07' }],
    ['linewatch://rule/Lakers%20at%20%2B150', { kind: 'rule', rule: 'Lakers at +150' }],
  ])('%s', (text, link) => expect(parseAppLink(text)).toEqual(link));

  test.each([
    '',
    'linewatch:',
    'linewatch://',
    'linewatch://game/',
    'linewatch://game/%20',
    'linewatch://game/%',
    'linewatch://game/a%00b',
    'linewatch://game/a%E2%80%AEb',
    `linewatch://game/${'x'.repeat(300)}`,
    `linewatch://game/${'x'.repeat(3_000)}`,
    'linewatch://game/a/b',
    'linewatch://game/a?key=b',
    'linewatch://rule/',
    'linewatch://rule/%20',
    'linewatch://rule/a%07b',
    'linewatch://rule/a/b',
    `linewatch://rule/${'x'.repeat(300)}`,
    'linewatch://key/abc',
    'linewatch://open/https://example.com',
    'LINEWATCH://rule/1',
    'https://game/a',
    'javascript:linewatch://rule/1',
    ' linewatch://rule/1',
    'linewatch://rule/1\n--key-file=/etc/passwd',
  ])('refuses %j', (text) => expect(parseAppLink(text)).toBeUndefined());

  it('finds any label again that people can read, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 220 }), (game) => {
        const link = parseAppLink(`${APP_LINK_SCHEME}://game/${encodeURIComponent(game.toWellFormed())}`);
        if (link !== undefined) expect(link).toEqual({ kind: 'game', game: game.toWellFormed().trim() });
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void parseAppLink(text)));
  });

  it('is found among the arguments of a start', () => {
    expect(
      appLinkIn(['/opt/linewatch', '--print-status', 'linewatch://rule/3', 'linewatch://rule/4']),
    ).toEqual({ kind: 'rule', rule: '3' });
    expect(appLinkIn(['/opt/linewatch', '.'])).toBeUndefined();
  });
});
