import { type DragEvent, useState } from 'react';

/** What makes a thing one that is dragged to another place. */
export interface DragProps {
  readonly draggable: true;
  readonly 'data-dragged': true | undefined;
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
  return (id, at) => ({
    draggable: true,
    'data-dragged': id === dragged || undefined,
    onDragStart: () => setDragged(id),
    onDragOver: (event) => event.preventDefault(),
    onDrop: () => {
      if (dragged !== null && dragged !== id) move(dragged, at);
      setDragged(null);
    },
    onDragEnd: () => setDragged(null),
  });
}
