import { standIn } from '../stand-in/stand-in.ts';
import { pageTheme, setPageTheme } from '../window/page-theme.ts';

type Own =
  | 'themeSource'
  | 'shouldUseDarkColors'
  | 'shouldUseDarkColorsForSystemIntegratedUI'
  | 'shouldUseHighContrastColors'
  | 'shouldUseInvertedColorScheme'
  | 'inForcedColorsMode'
  | 'prefersReducedTransparency';

/** `nativeTheme`: the system is light; the app's choice reaches every page. */
export class NativeTheme
  extends standIn<Electron.NativeTheme, Own>('NativeTheme', 'nativeTheme')
  implements Pick<Electron.NativeTheme, Own>
{
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;

  get themeSource(): Electron.NativeTheme['themeSource'] {
    return pageTheme();
  }
  set themeSource(source: Electron.NativeTheme['themeSource']) {
    if (source === pageTheme()) return;
    const wasDark = this.shouldUseDarkColors;
    setPageTheme(source);
    if (wasDark !== this.shouldUseDarkColors) setImmediate(() => this.emit('updated'));
  }
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'dark';
  }
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.shouldUseDarkColors;
  }
}

export const nativeTheme = new NativeTheme();
