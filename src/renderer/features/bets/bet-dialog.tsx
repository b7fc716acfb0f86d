import { useEffect } from 'react';
import { texts } from '../../texts.ts';
import { useOpenDialog } from '../../ui/modal.tsx';
import { CloseIcon } from '../../ui/screen-icons.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { BetFormPanel } from './bet-form.tsx';

/** The form of a bet, over the screen. Escape closes it and gives the keyboard back. */
export function BetDialog() {
  const { bets } = useStores();
  const form = useObservable(bets.form);
  return form === null ? null : <OpenDialog />;
}

function OpenDialog() {
  const { bets } = useStores();
  const form = useObservable(bets.form);
  const dialog = useOpenDialog();

  useEffect(() => dialog.current?.querySelector<HTMLElement>('.field')?.focus(), [dialog]);

  if (form === null) return null;
  return (
    <dialog
      ref={dialog}
      className="modal bet-dialog"
      aria-labelledby="bet-title"
      onClose={() => bets.closeForm()}
    >
      <header className="feed-head">
        <h2 className="title" id="bet-title">
          {form.betId === null ? texts.bets.note : texts.bets.edit}
        </h2>
        <button
          type="button"
          className="button button-icon feed-close"
          aria-label={texts.bets.form.close}
          title={texts.bets.form.close}
          onClick={() => dialog.current?.close()}
        >
          <CloseIcon />
        </button>
      </header>
      <BetFormPanel form={form} onCancel={() => dialog.current?.close()} />
    </dialog>
  );
}
