/** Desktops on which Electron takes the Secret Service. */
const SECRET_SERVICE_DESKTOPS = new Set([
  'GNOME',
  'Unity',
  'XFCE',
  'Pantheon',
  'X-Cinnamon',
  'Deepin',
  'UKUI',
]);

/**
 * Says whether Electron would keep its password in the Secret Service: because `--password-store` asks for it, or
 * because the desktop is known to have one. Only the switches of the command line count: Playwright appends
 * `--password-store=basic` to every app, which is meant for the browser.
 */
export function wantsSecretService(
  switches: ReadonlyMap<string, string>,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  const wanted = switches.get('password-store');
  if (wanted !== undefined) return wanted === 'gnome-libsecret';
  const desktops = (env['XDG_CURRENT_DESKTOP'] ?? '').split(':');
  return desktops.some((desktop) => SECRET_SERVICE_DESKTOPS.has(desktop));
}
