import { ArrowDownIcon, ArrowUpIcon } from './screen-icons.tsx';
import { useDragOrder } from './use-drag-order.ts';

/** One line of a list that the user puts in order. */
export interface OrderItem {
  readonly id: string;
  readonly name: string;
  readonly isShown: boolean;
  /** The name of the group that it stands in, `null` = none. */
  readonly group: string | null;
}

interface OrderListProps {
  readonly label: string;
  readonly items: readonly OrderItem[];
  readonly words: {
    readonly up: (name: string) => string;
    readonly down: (name: string) => string;
    readonly show: (name: string) => string;
  };
  /** Asks for an item to stand at another place, counted from 0. */
  readonly onMove: (id: string, to: number) => void;
  readonly onShow: (id: string, isShown: boolean) => void;
}

/** Lines that are dragged or moved by buttons, and left out by their box. */
export function OrderList({ label, items, words, onMove, onShow }: OrderListProps) {
  const dragOrder = useDragOrder(onMove);
  return (
    <ol className="books" aria-label={label}>
      {items.map(({ id, name, isShown, group }, at) => (
        <li key={id} className="book-line" {...dragOrder(id, at)}>
          <label>
            <input
              type="checkbox"
              aria-label={words.show(name)}
              checked={isShown}
              onChange={(event) => onShow(id, event.currentTarget.checked)}
            />
            {name}
          </label>
          {group === null ? null : (
            <span className="hint" title={group}>
              {group}
            </span>
          )}
          <button
            type="button"
            className="button button-icon"
            aria-label={words.up(name)}
            aria-disabled={at === 0}
            onClick={() => {
              if (at > 0) onMove(id, at - 1);
            }}
          >
            <ArrowUpIcon size={14} />
          </button>
          <button
            type="button"
            className="button button-icon"
            aria-label={words.down(name)}
            aria-disabled={at === items.length - 1}
            onClick={() => {
              if (at < items.length - 1) onMove(id, at + 1);
            }}
          >
            <ArrowDownIcon size={14} />
          </button>
        </li>
      ))}
    </ol>
  );
}
