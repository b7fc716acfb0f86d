import type { ReactNode } from 'react';

interface FigureTableProps {
  readonly label: string;
  /** For what only this table has. */
  readonly className: string;
  readonly children: ReactNode;
}

/** A table of figures that fills its place and scrolls under its head, by keyboard too. */
export function FigureTable({ label, className, children }: FigureTableProps) {
  return (
    <section
      className="figure-table-scroll"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard.
      tabIndex={0}
    >
      <table className={`figure-table ${className}`}>
        <caption className="spoken">{label}</caption>
        {children}
      </table>
    </section>
  );
}

/** Gains and losses by colour, beside their sign. */
export function toneOf(value: number): string {
  return value > 0 ? 'gain' : value < 0 ? 'loss' : '';
}
