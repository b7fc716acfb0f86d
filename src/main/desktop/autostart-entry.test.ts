import { expect, test } from 'vitest';
import { autostartEntry } from './autostart-entry.ts';

test.each([
  [['/opt/Linewatch/linewatch'], 'Exec="/opt/Linewatch/linewatch" "--hidden"'],
  [['/home/a b/Line watch.AppImage'], 'Exec="/home/a b/Line watch.AppImage" "--hidden"'],
  [['/x/100%/$a`b"c'], 'Exec="/x/100%%/\\\\$a\\\\`b\\\\"c" "--hidden"'],
])('the entry of %j starts it hidden', (command, exec) => {
  expect(autostartEntry(command).split('\n')).toEqual([
    '[Desktop Entry]',
    'Type=Application',
    'Name=Linewatch',
    exec,
    'X-GNOME-Autostart-enabled=true',
    '',
  ]);
});
