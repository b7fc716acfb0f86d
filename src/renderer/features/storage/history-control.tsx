import { useEffect } from 'react';
import { texts } from '../../texts.ts';
import { memoryText } from '../../ui/number-text.ts';
import { fullTimeText } from '../../ui/time-text.ts';
import { openRecorded } from '../shell/jump.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

const words = texts.storage.history;

/** What the history holds, how it is, and where it lies; another machine's recording can be opened beside it. */
export function HistoryControl() {
  const stores = useStores();
  const { historyFiles, status } = stores;
  const contents = useObservable(historyFiles.contents);
  const failure = useObservable(historyFiles.failure);
  const storage = useObservable(status.status)?.report.storage;
  useEffect(() => void historyFiles.read(), [historyFiles]);

  return (
    <div className="history-facts">
      {failure === null ? null : <p role="alert">{failure}</p>}
      {storage && storage.detail !== '' ? <p className="history-trouble">{storage.detail}</p> : null}
      {contents === null ? null : (
        <>
          <p>
            {contents.changes === 0
              ? words.none
              : words.holds(
                  contents.changes,
                  contents.sports.reduce((sum, { games }) => sum + games, 0),
                  contents.sportsbooks.length,
                )}
          </p>
          {contents.firstMs === null || contents.lastMs === null ? null : (
            <p className="hint">
              {words.span(fullTimeText(contents.firstMs), fullTimeText(contents.lastMs))}
            </p>
          )}
          <p className="hint">{contents.isOwn ? words.size(memoryText(storage?.bytes ?? 0)) : words.other}</p>
          <p className="hint history-folder">{words.folder(contents.folder)}</p>
        </>
      )}
      <div className="history-buttons">
        {contents === null || contents.changes === 0 ? null : (
          <button type="button" className="button" onClick={() => openRecorded(stores, null)}>
            {words.browse}
          </button>
        )}
        <button type="button" className="button" onClick={() => void historyFiles.openOther()}>
          {words.openOther}
        </button>
        {contents === null || contents.isOwn ? null : (
          <button type="button" className="button" onClick={() => void historyFiles.openOwn()}>
            {words.openOwn}
          </button>
        )}
      </div>
    </div>
  );
}
