import { expect, test } from 'vitest';
import { wantsSecretService } from './keychain-choice.ts';

test.each([
  [{}, undefined, false],
  [{}, 'KDE', false],
  [{}, 'GNOME', true],
  [{}, 'ubuntu:GNOME', true],
  [{ 'password-store': 'basic' }, 'GNOME', false],
  [{ 'password-store': 'gnome-libsecret' }, undefined, true],
])('switches %j on %s: %s', (switches, desktop, wanted) => {
  expect(wantsSecretService(new Map(Object.entries(switches)), { XDG_CURRENT_DESKTOP: desktop })).toBe(
    wanted,
  );
});
