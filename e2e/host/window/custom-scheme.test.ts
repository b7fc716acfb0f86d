import { describe, expect, test } from 'vitest';
import { fromChromium, originOf, protocol, toChromium } from './custom-scheme.ts';

protocol.registerSchemesAsPrivileged([{ scheme: 'app' }]);

describe('addresses', () => {
  test.each([
    ['app://bundle/index.html?x=1#y', 'http://app.bundle.localhost/index.html?x=1#y'],
    ['app://bundle/', 'http://app.bundle.localhost/'],
    ['https://example.com/a', 'https://example.com/a'],
    ['http://localhost:5173/', 'http://localhost:5173/'],
    ['file:///a/b.html', 'file:///a/b.html'],
    ['other://bundle/x', 'other://bundle/x'],
  ])('%s is shown to Chromium as %s, and back', (app, chromium) => {
    expect(toChromium(app)).toBe(chromium);
    expect(fromChromium(chromium)).toBe(app);
  });

  test('an address that only looks like a shown one stays', () => {
    expect(fromChromium('http://other.bundle.localhost/x')).toBe('http://other.bundle.localhost/x');
  });

  test.each([
    ['app://bundle/x', 'app://bundle'],
    ['https://example.com/x', 'https://example.com'],
    ['file:///x', 'file://'],
    ['data:text/html,x', 'null'],
  ])('the origin of %s is %s', (url, origin) => {
    expect(originOf(url)).toBe(origin);
  });
});
