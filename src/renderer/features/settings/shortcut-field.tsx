import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { isAssignable, pressedShortcut } from '../../stores/actions/shortcut.ts';
import { texts } from '../../texts.ts';
import { IS_MAC } from '../../ui/shortcut-text.ts';

interface ShortcutFieldProps {
  readonly action: string;
  /** The title of another action that has the shortcut, `null` when it is free. */
  readonly holderOf: (shortcut: string) => string | null;
  readonly onChoose: (shortcut: string) => void;
  readonly onLeave: () => void;
}

/** Takes the next keys as a shortcut. Keys that another action has are named, and taken when they are pressed again. */
export function ShortcutField({ action, holderOf, onChoose, onLeave }: ShortcutFieldProps) {
  const field = useRef<HTMLButtonElement>(null);
  const [asked, setAsked] = useState('');
  const words = texts.settings.shortcuts;
  useEffect(() => field.current?.focus(), []);

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
    // the document hears shortcuts as well, past React
    event.nativeEvent.stopImmediatePropagation();
    if (event.key === 'Escape') return onLeave();
    if (event.key === 'Backspace' || event.key === 'Delete') return onChoose('');
    const shortcut = pressedShortcut(event.nativeEvent, IS_MAC);
    if (shortcut === '') return;
    const isTaken = holderOf(shortcut) !== null && shortcut !== asked;
    if (!isAssignable(shortcut) || isTaken) setAsked(shortcut);
    else onChoose(shortcut);
  };

  return (
    <>
      <button
        ref={field}
        type="button"
        className="button shortcut-field"
        aria-label={words.change(action)}
        onKeyDown={press}
        onBlur={onLeave}
      >
        {words.press}
      </button>
      <span className="form-fault" role="alert">
        {faultOf(asked, holderOf)}
      </span>
    </>
  );
}

function faultOf(asked: string, holderOf: ShortcutFieldProps['holderOf']): string {
  if (asked === '') return '';
  if (!isAssignable(asked)) return texts.settings.shortcuts.reserved;
  const holder = holderOf(asked);
  return holder === null ? '' : texts.settings.shortcuts.holder(holder);
}
