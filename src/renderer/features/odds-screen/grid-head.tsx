import { memo } from 'react';
import { texts } from '../../texts.ts';
import type { BookColumn } from './board-view.ts';
import { FIXED_COLUMNS } from './grid-metrics.ts';

/** The head of the table: stays on top, and its first columns stay left as well. */
export const GridHead = memo(function GridHead({ books }: { readonly books: readonly BookColumn[] }) {
  const fixed = [
    ['start', texts.screen.start],
    ['team', texts.screen.game],
    ['best-host', texts.screen.best],
  ] as const;
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the table.
    <div className="grid-head" role="rowgroup">
      {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the table itself has the focus. */}
      <div className="head-row" role="row" aria-rowindex={1}>
        <div className="fixed" role="presentation">
          {fixed.map(([column, name], at) => (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the table itself has the focus.
            <div key={column} className={column} role="columnheader" aria-colindex={at + 1}>
              {name}
            </div>
          ))}
        </div>
        <div className="prices" role="presentation">
          {books.map((book, at) => (
            // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the table itself has the focus.
            <div
              key={book.bookId}
              className={book.bettable ? 'book' : 'book not-bettable'}
              role="columnheader"
              aria-colindex={FIXED_COLUMNS + at + 1}
              title={book.id}
            >
              {book.name}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
});
