import { type ReactNode, useId } from 'react';

/** One choice of a segmented control. With an icon the label is spoken and shown as a title. */
export interface Segment<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: ReactNode;
}

interface SegmentsProps<V extends string> {
  readonly label: string;
  readonly segments: readonly Segment<V>[];
  readonly value: V;
  readonly onChoose: (value: V) => void;
}

/** A segmented control: radios to the keyboard and to a screen reader. */
export function Segments<V extends string>({ label, segments, value, onChoose }: SegmentsProps<V>) {
  const name = useId();
  return (
    <div className="segments" role="radiogroup" aria-label={label}>
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={segment.icon ? 'segment segment-icon' : 'segment'}
          title={segment.icon ? segment.label : undefined}
        >
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChoose(segment.value)}
          />
          {segment.icon ?? segment.label}
          {segment.icon ? <span className="spoken">{segment.label}</span> : null}
        </label>
      ))}
    </div>
  );
}
