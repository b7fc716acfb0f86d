import { type MouseEvent, type ReactNode, type RefObject, useEffect, useRef } from 'react';

interface ModalProps {
  readonly label: string;
  readonly className: string;
  readonly onClose: () => void;
  /** Asked before Escape or a click beside closes it: something typed would be lost. */
  readonly mayClose?: () => boolean;
  readonly children: ReactNode;
}

/**
 * What lies over the window and takes the keyboard: the browser's own dialog. Escape and a click beside it close it,
 * and the keyboard goes back to where it was.
 */
export function Modal({ label, className, onClose, mayClose = () => true, children }: ModalProps) {
  const dialog = useOpenDialog();

  const clickBeside = (event: MouseEvent) => {
    if (event.target === dialog.current && mayClose()) dialog.current?.close();
  };

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own.
    <dialog
      ref={dialog}
      className={`modal ${className}`}
      aria-label={label}
      onClose={onClose}
      onCancel={(event) => {
        if (!mayClose()) event.preventDefault();
      }}
      onClick={clickBeside}
    >
      {children}
    </dialog>
  );
}

/** A dialog that lies over the window as long as it is there; then the keyboard goes back to where it was. */
export function useOpenDialog(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return dialog;
}
