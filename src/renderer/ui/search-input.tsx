interface SearchInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly className?: string;
}

/** A field that narrows what stands below it as the user types. Escape clears it first; only an empty one lets it through. */
export function SearchInput({ label, value, onChange, className = '' }: SearchInputProps) {
  return (
    <input
      className={`field ${className}`.trimEnd()}
      type="search"
      aria-label={label}
      placeholder={label}
      spellCheck={false}
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || value === '') return;
        event.preventDefault();
        onChange('');
      }}
    />
  );
}
