import { useMemo } from 'react';
import { DENSITIES, ODDS_FORMATS, THEMES } from '#contract/settings.ts';
import { texts } from '../../texts.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { Segments } from '../../ui/segments.tsx';
import { useStores } from '../stores-context.ts';
import { useSelected } from '../use-observable.ts';

export function ThemeControl() {
  const { settings } = useStores();
  const theme = useSelected(settings.settings, (current) => current.theme);
  return (
    <Segments
      label={texts.settings.theme.title}
      segments={THEMES.map((value) => ({ value, label: texts.theme.names[value] }))}
      value={theme}
      onChoose={(next) => settings.change({ theme: next })}
    />
  );
}

export function DensityControl() {
  const { settings } = useStores();
  const density = useSelected(settings.settings, (current) => current.density);
  return (
    <Segments
      label={texts.settings.density.title}
      segments={DENSITIES.map((value) => ({ value, label: texts.settings.density.names[value] }))}
      value={density}
      onChoose={(next) => settings.change({ density: next })}
    />
  );
}

export function FormatControl() {
  const { settings } = useStores();
  const format = useSelected(settings.settings, (current) => current.oddsFormat);
  return (
    <Segments
      label={texts.settings.format.title}
      segments={ODDS_FORMATS.map((value) => ({ value, label: texts.format.names[value] }))}
      value={format}
      onChoose={(oddsFormat) => settings.change({ oddsFormat })}
    />
  );
}

export function TimeZoneControl() {
  const { settings } = useStores();
  const timeZone = useSelected(settings.settings, (current) => current.timeZone);
  const choices = useMemo(() => {
    const system = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    return [
      { value: '', label: texts.settings.timeZone.system(zoneName(system)) },
      ...['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => ({ value, label: zoneName(value) })),
    ];
  }, []);
  return (
    <ChoiceList
      label={texts.settings.timeZone.title}
      choices={choices}
      value={timeZone}
      onChoose={(next) => settings.change({ timeZone: next })}
    />
  );
}

function zoneName(zone: string): string {
  return zone.replaceAll('_', ' ');
}
