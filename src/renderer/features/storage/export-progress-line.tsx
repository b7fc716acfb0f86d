import { texts } from '../../texts.ts';
import { memoryText } from '../../ui/number-text.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

const words = texts.storage.export;

/** How far the export is, with the way to stop it; afterwards what came of it. */
export function ExportProgressLine() {
  const { historyFiles } = useStores();
  const state = useObservable(historyFiles.exporting);
  if (state.kind === 'running') {
    const { rows, done } = state.progress;
    return (
      <div className="export-running">
        <progress max={1} value={done} aria-label={words.running} />
        <span>{words.percent(done)}</span>
        <span className="hint">{words.progress(rows)}</span>
        <button
          type="button"
          className="button"
          aria-disabled={state.isCancelling}
          onClick={() => void historyFiles.cancel()}
        >
          {state.isCancelling ? words.cancelling : words.cancel}
        </button>
      </div>
    );
  }
  if (state.kind === 'failed')
    return (
      <p className="form-fault" role="alert">
        {state.message}
      </p>
    );
  return (
    <p className="hint export-ended" role="status">
      {state.kind === 'done' ? words.done(state.rows, memoryText(state.bytes), state.file) : ''}
      {state.kind === 'cancelled' ? words.cancelled : ''}
    </p>
  );
}
