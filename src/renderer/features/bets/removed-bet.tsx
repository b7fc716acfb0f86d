import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** Says which bet was removed, and takes it back on a click. */
export function RemovedBet() {
  const { bets } = useStores();
  const removed = useObservable(bets.removed);
  return (
    <div className="bets-removed" role="status">
      {removed === null ? null : (
        <>
          {texts.bets.removed(removed.wording)}
          <button type="button" className="button" onClick={() => void bets.takeBack()}>
            {texts.bets.undo}
          </button>
        </>
      )}
    </div>
  );
}
