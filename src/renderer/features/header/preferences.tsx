import type { OddsFormat, Theme } from '#contract/settings.ts';
import { texts } from '../../texts.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { DarkIcon, LightIcon, SystemIcon } from '../../ui/icons.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useStores } from '../stores-context.ts';
import { useSelected } from '../use-observable.ts';

const FORMATS: readonly OddsFormat[] = ['american', 'decimal', 'fractional', 'implied'];
const THEME_ICONS = { system: <SystemIcon />, light: <LightIcon />, dark: <DarkIcon /> } satisfies Record<
  Theme,
  unknown
>;
const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** How prices are written. */
export function FormatChoice() {
  const { settings } = useStores();
  const format = useSelected(settings.settings, (current) => current.oddsFormat);
  return (
    <ChoiceList
      label={texts.format.label}
      choices={FORMATS.map((value) => ({ value, label: texts.format.names[value] }))}
      value={format}
      onChoose={(oddsFormat) => settings.change({ oddsFormat })}
    />
  );
}

/** Light, dark, or what the desktop says. */
export function ThemeChoice() {
  const { settings } = useStores();
  const theme = useSelected(settings.settings, (current) => current.theme);
  return (
    <Segments
      label={texts.theme.label}
      segments={THEMES.map((value) => ({ value, label: texts.theme.names[value], icon: THEME_ICONS[value] }))}
      value={theme}
      onChoose={(next) => settings.change({ theme: next })}
    />
  );
}
