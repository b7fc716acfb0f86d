import { texts } from '../../texts.ts';
import { Segments } from '../../ui/segments.tsx';

interface OnOffProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChoose: (isOn: boolean) => void;
}

/** A setting that is on or off. */
export function OnOff({ label, isOn, onChoose }: OnOffProps) {
  const { on, off } = texts.settings.desktop;
  return (
    <Segments
      label={label}
      segments={[
        { value: 'on', label: on },
        { value: 'off', label: off },
      ]}
      value={isOn ? 'on' : 'off'}
      onChoose={(value) => onChoose(value === 'on')}
    />
  );
}
