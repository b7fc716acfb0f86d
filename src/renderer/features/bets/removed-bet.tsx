import { texts } from '../../texts.ts';
import { UndoLine } from '../../ui/undo-line.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** Says which bet was removed, and takes it back on a click. */
export function RemovedBet() {
  const { bets } = useStores();
  const removed = useObservable(bets.removed);
  return (
    <UndoLine
      removed={removed && texts.bets.removed(removed.wording)}
      label={texts.bets.undo}
      onUndo={() => void bets.takeBack()}
    />
  );
}
