/** A name and its figure. */
export type Fact = readonly [name: string, value: string];

interface FiguresProps {
  readonly title: string;
  readonly facts: readonly Fact[];
}

/** A group of figures under a title. */
export function Figures({ title, facts }: FiguresProps) {
  return (
    <section className="figure-group">
      <h2 className="part-title">{title}</h2>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
