import type { FocusEvent, MouseEvent } from 'react';
import type { Pointed } from '../../stores/pointed.ts';
import { useStores } from '../stores-context.ts';

/** What makes a part of the window something that can be pointed at. */
interface Pointing {
  readonly onContextMenu: (event: MouseEvent) => void;
  readonly onFocusCapture: (event: FocusEvent) => void;
}

/**
 * Gives a part of the window its menu: by the right button, the menu key or Shift+F10; and lets the palette know of it while
 * the keyboard is in there. A part within another one goes before it. `of`: what is pointed at by one of its elements.
 */
export function usePointing(): (of: (element: Element) => Pointed | null) => Pointing {
  const { pointed: store } = useStores();
  return (of) => ({
    onContextMenu(event) {
      const pointed = event.defaultPrevented ? null : of(event.target as Element);
      if (pointed === null) return;
      event.preventDefault();
      store.menu.write({ pointed, beside: besideOf(event, event.target as Element) });
    },
    onFocusCapture: ({ target }) => store.at.write(() => of(target)),
  });
}

/** Where a menu belongs: under the pointer, or beside the part that has the keyboard. */
export function besideOf(event: MouseEvent, part: Element): Pick<DOMRect, 'x' | 'y' | 'width' | 'height'> {
  return isByKey(event)
    ? part.getBoundingClientRect()
    : { x: event.clientX, y: event.clientY, width: 0, height: 0 };
}

/** Whether a menu was asked for by a key: such an event comes from no pointer. */
function isByKey({ nativeEvent }: MouseEvent): boolean {
  return nativeEvent instanceof PointerEvent && nativeEvent.pointerType === '';
}
