import { Menu } from '@base-ui/react/menu';
import { useRef, useState } from 'react';
import { ShortcutKeys } from './shortcut-keys.tsx';

/** A line of a menu. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** Does the same from outside of the menu; empty text = nothing does. */
  readonly shortcut: string;
  readonly run: () => void;
}

/** Lines that belong together; `title` may be empty. */
export interface MenuGroup {
  readonly title: string;
  readonly items: readonly MenuItem[];
}

interface ActionMenuProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** Beside which part of the window it stands, px. */
  readonly beside: Pick<DOMRect, 'x' | 'y' | 'width' | 'height'>;
  /** It is closed, and the keyboard is back where it was. */
  readonly onClosed: () => void;
}

/**
 * A menu of actions over the window: arrows, first letters, Enter, Escape, a click. What is chosen runs when the keyboard
 * is back where it was, so that a dialog that opens then gives it back to there as well.
 */
export function ActionMenu({ label, groups, beside, onClosed }: ActionMenuProps) {
  const [isOpen, setOpen] = useState(true);
  const opener = useRef(document.activeElement as HTMLElement | null);
  const [region, setRegion] = useState<HTMLElement | null>(null);
  const chosen = useRef<() => void>(undefined);
  const { x, y, width, height } = beside;
  const closed = () => {
    opener.current?.focus();
    onClosed();
    chosen.current?.();
  };
  return (
    <section className="menu-region" aria-label={label} ref={setRegion}>
      <Menu.Root
        open={isOpen}
        onOpenChange={setOpen}
        onOpenChangeComplete={(open) => {
          if (!open) closed();
        }}
      >
        <Menu.Portal container={region}>
          <Menu.Positioner
            className="menu-place"
            anchor={{
              // what it stands beside may be out of a window that got smaller
              getBoundingClientRect: () =>
                new DOMRect(
                  Math.max(0, Math.min(x, innerWidth - width)),
                  Math.max(0, Math.min(y, innerHeight - height)),
                  width,
                  height,
                ),
              // a place without an element is not followed through the window's sizes
              contextElement: region ?? undefined,
            }}
            positionMethod="fixed"
            side="bottom"
            align="start"
            sideOffset={2}
          >
            <Menu.Popup
              className="menu"
              aria-label={label}
              finalFocus={opener}
              // what is typed here looks for a line of the menu, and is no shortcut
              onKeyDown={(event) => event.stopPropagation()}
              onContextMenu={(event) => event.preventDefault()}
            >
              {groups.map(({ title, items }) => (
                <Menu.Group key={items[0]?.id} className="menu-group">
                  {title === '' ? null : <Menu.GroupLabel className="menu-title">{title}</Menu.GroupLabel>}
                  {items.map((item) => (
                    <Menu.Item
                      key={item.id}
                      className="menu-item"
                      onClick={() => {
                        chosen.current = item.run;
                      }}
                    >
                      <span className="menu-label">{item.label}</span>
                      <ShortcutKeys shortcut={item.shortcut} />
                    </Menu.Item>
                  ))}
                </Menu.Group>
              ))}
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </section>
  );
}
