import { hostState } from '../boot/host-state.ts';
import { standInObject } from '../stand-in/stand-in.ts';

type Own = 'appendSwitch' | 'appendArgument' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch';

/** `app.commandLine`: what is set before the app is ready reaches Chromium. */
export const commandLine = standInObject<Electron.CommandLine, Own>('CommandLine', 'app.commandLine', {
  appendSwitch: (name, value = '') => void hostState.switches.set(name.toLowerCase(), value),
  appendArgument: () => undefined,
  hasSwitch: (name) => hostState.switches.has(name),
  getSwitchValue: (name) => hostState.switches.get(name) ?? '',
  removeSwitch: (name) => void hostState.switches.delete(name),
});
