/** The switch of a start without a window. */
export const HIDDEN_SWITCH = '--hidden';

/** What a Linux desktop starts at login, by the desktop entry specification. */
export function autostartEntry(command: readonly string[]): string {
  const words = [...command, HIDDEN_SWITCH].map(
    (word) =>
      `"${word
        .replace(/["`$\\]/g, '\\$&')
        .replaceAll('\\', '\\\\')
        .replaceAll('%', '%%')}"`,
  );
  const lines = [
    'Type=Application',
    'Name=Linewatch',
    `Exec=${words.join(' ')}`,
    'X-GNOME-Autostart-enabled=true',
  ];
  return `[Desktop Entry]\n${lines.join('\n')}\n`;
}
