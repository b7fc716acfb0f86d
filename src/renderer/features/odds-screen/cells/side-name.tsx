interface SideNameProps {
  readonly name: string;
  /** A letter or two behind the name. */
  readonly tag?: string | undefined;
  /** What a screen reader says instead. */
  readonly label?: string | undefined;
}

/** The name of a side, with room for the sign of steam. */
export function SideName({ name, tag, label }: SideNameProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the table itself has the focus.
    <div className="team" role="rowheader" aria-colindex={2} aria-label={label} title={name}>
      <span className="team-name">{name}</span>
      <span className="steam" role="img" hidden />
      {tag === undefined ? null : <span className="team-tag">{tag}</span>}
    </div>
  );
}
