import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { TickIcon } from './screen-icons.tsx';

/** Height of a line, and of one with a second line below; the styles have the same. Unit: px. */
const LINE_HEIGHT = 28;
const TALL_HEIGHT = 44;
const PAGE_LINES = 10;

/** A line of the list: a name to be picked, or a heading over those that follow. */
export type PickLine =
  | {
      readonly kind: 'name';
      readonly name: string;
      readonly text: string;
      /** What goes on below, where one line has not the room. */
      readonly below?: string;
      /** Stands at the end of the line; beside a line below it may be two as well. */
      readonly note?: string | undefined;
    }
  | { readonly kind: 'heading'; readonly text: string; readonly note?: string | undefined };

interface PickListProps {
  readonly label: string;
  readonly lines: readonly PickLine[];
  /** Whether one at most can be picked: then its line is marked, without boxes. */
  readonly isSingle?: boolean;
  readonly isPicked: (name: string) => boolean;
  readonly onToggle: (name: string) => void;
}

/**
 * A list of which any number can be picked, or one, however long: only what is seen is laid out. One stop for the keyboard;
 * arrows, Home, End and page keys move along, Space or Enter picks.
 */
export function PickList({ label, lines, isSingle = false, isPicked, onToggle }: PickListProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [cursor, setCursor] = useState(0);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => (isTall(lines[index]) ? TALL_HEIGHT : LINE_HEIGHT),
    overscan: 12,
  });
  const picked = isSingle ? lines.findIndex((line) => line.kind === 'name' && isPicked(line.name)) : -1;
  useEffect(() => {
    if (picked < 0) return;
    setCursor(picked);
    virtual.scrollToIndex(picked);
  }, [picked, virtual]);
  const at = nearestName(lines, Math.min(cursor, lines.length - 1), 1);
  const shown = virtual.getVirtualItems();
  const isShown = shown.some((item) => item.index === at);

  const move = (target: number, step: 1 | -1) => {
    const next = nearestName(lines, Math.max(0, Math.min(target, lines.length - 1)), step);
    if (next < 0) return;
    setCursor(next);
    virtual.scrollToIndex(next);
  };
  const press = (event: KeyboardEvent) => {
    const line = lines[at];
    if (event.key === 'ArrowDown') move(at + 1, 1);
    else if (event.key === 'ArrowUp') move(at - 1, -1);
    else if (event.key === 'PageDown') move(at + PAGE_LINES, 1);
    else if (event.key === 'PageUp') move(at - PAGE_LINES, -1);
    else if (event.key === 'Home') move(0, 1);
    else if (event.key === 'End') move(lines.length - 1, -1);
    else if ((event.key === ' ' || event.key === 'Enter') && line?.kind === 'name') onToggle(line.name);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={box}
      className="pick-list"
      role="listbox"
      aria-label={label}
      aria-multiselectable={!isSingle}
      data-single={isSingle || undefined}
      tabIndex={0}
      aria-activedescendant={isShown ? `${id}-${at}` : undefined}
      onKeyDown={press}
    >
      <div className="pick-lines" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start }) => {
          const line = lines[index];
          if (!line) return null;
          const place = { transform: `translateY(${start}px)` };
          return line.kind === 'heading' ? (
            <div key={index} className="pick-heading" role="presentation" style={place}>
              {line.text}
              <span className="pick-note">{line.note}</span>
            </div>
          ) : (
            // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: the list itself has the focus and the keys.
            <div
              key={index}
              id={`${id}-${index}`}
              className="pick-line"
              role="option"
              aria-selected={isPicked(line.name)}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              data-cursor={index === at || undefined}
              data-tall={isTall(line) || undefined}
              title={[line.text, line.below].filter(Boolean).join(' ')}
              style={place}
              onClick={() => {
                setCursor(index);
                onToggle(line.name);
              }}
            >
              {isSingle ? null : (
                <span className="pick-box">
                  <TickIcon size={12} />
                </span>
              )}
              <span className="pick-text">
                {line.text}
                {line.below === undefined ? null : <span className="pick-below"> {line.below}</span>}
              </span>
              <span className="pick-note">{line.note}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

function isTall(line: PickLine | undefined): boolean {
  return line?.kind === 'name' && line.below !== undefined;
}

/** The nearest line from `from` on, in the direction of `step` and then against it, that can be picked; -1 = none. */
function nearestName(lines: readonly PickLine[], from: number, step: 1 | -1): number {
  for (const direction of [step, -step]) {
    for (let index = from; index >= 0 && index < lines.length; index += direction) {
      if (lines[index]?.kind === 'name') return index;
    }
  }
  return -1;
}
