import { splitSwitch } from '../chromium/flags.ts';

/** The command line of the executable, as Electron reads it. */
export interface CommandLine {
  /** The app's folder or entry file, as given. */
  appPath: string;
  /** Modules to load before the app (`-r`, `--require`). */
  required: string[];
  /** Switches by name; '' stands for a switch without a value. */
  switches: Map<string, string>;
}

/** Reads the arguments after the executable's name: the first one that is no switch is the app. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const line: CommandLine = { appPath: '.', required: [], switches: new Map() };
  let appPath: string | undefined;
  const rest = args.values();
  for (const argument of rest) {
    if (argument === '-r' || argument === '--require') line.required.push(String(rest.next().value));
    else if (argument.startsWith('--')) line.switches.set(...splitSwitch(argument.slice(2)));
    else if (!argument.startsWith('-')) appPath ??= argument;
  }
  return { ...line, appPath: appPath ?? '.' };
}
