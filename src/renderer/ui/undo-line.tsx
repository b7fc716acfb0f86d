interface UndoLineProps {
  /** What was just removed, as a sentence; `null` = nothing that can be taken back. */
  readonly removed: string | null;
  readonly label: string;
  readonly onUndo: () => void;
}

/** The line below a screen that says what was removed and takes it back on a click; nothing is seen of it before. */
export function UndoLine({ removed, label, onUndo }: UndoLineProps) {
  return (
    <div className="undo-line" role="status">
      {removed === null ? null : (
        <>
          {removed}
          <button type="button" className="button" onClick={onUndo}>
            {label}
          </button>
        </>
      )}
    </div>
  );
}
