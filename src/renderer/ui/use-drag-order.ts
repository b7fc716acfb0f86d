import { type DragEvent, useState } from 'react';

/** What makes a thing one that is dragged to another place. */
export interface DragProps {
  readonly draggable: true;
  readonly 'data-dragged': true | undefined;
  /** Whether what is dragged would come to stand here. */
  readonly 'data-over': true | undefined;
  readonly onDragStart: () => void;
  readonly onDragOver: (event: DragEvent) => void;
  readonly onDrop: () => void;
  readonly onDragEnd: () => void;
}

/** Puts things in another order by dragging: `move` hears which one was dropped at which place, counted from 0. */
export function useDragOrder(
  move: (id: string, to: number) => unknown,
): (id: string, at: number) => DragProps {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  return (id, at) => ({
    draggable: true,
    'data-dragged': id === dragged || undefined,
    'data-over': (dragged !== null && id === over && id !== dragged) || undefined,
    onDragStart: () => setDragged(id),
    onDragOver: (event) => {
      event.preventDefault();
      setOver(id);
    },
    onDrop: () => {
      if (dragged !== null && dragged !== id) move(dragged, at);
      end();
    },
    onDragEnd: end,
  });
}
