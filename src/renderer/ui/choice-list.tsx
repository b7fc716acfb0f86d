/** One entry of a drop-down list. */
export interface Choice<V extends string> {
  readonly value: V;
  readonly label: string;
}

interface ChoiceListProps<V extends string> {
  readonly label: string;
  readonly choices: readonly Choice<V>[];
  readonly value: V;
  readonly onChoose: (value: V) => void;
}

/** A drop-down list: the browser's own, so that keyboard and screen reader find what they know. */
export function ChoiceList<V extends string>({ label, choices, value, onChoose }: ChoiceListProps<V>) {
  return (
    <select
      className="select"
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value as V)}
    >
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
