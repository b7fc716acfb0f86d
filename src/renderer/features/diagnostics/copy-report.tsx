import { useEffect, useRef, useState } from 'react';
import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { reportText } from './report-text.ts';

/** Copies the page as text. Where the clipboard is denied, the text stands there selected. */
export function CopyReport() {
  const stores = useStores();
  const field = useRef<HTMLTextAreaElement>(null);
  const [isCopied, setCopied] = useState(false);
  const [denied, setDenied] = useState<string | null>(null);

  useEffect(() => {
    if (denied !== null) field.current?.select();
  }, [denied]);

  const copy = async () => {
    const reading = stores.diagnostics.reading.read();
    if (!reading) return;
    const current = stores.status.status.read();
    const text = reportText(reading, {
      source: current?.report.source ?? null,
      framesPerSecond: current?.framesPerSecond ?? 0,
      appInfo: stores.appInfo.read(),
    });
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
      setDenied(null);
    } catch {
      setCopied(false);
      setDenied(text);
    }
  };

  return (
    <div className="copy-report">
      <button type="button" className="button" onClick={() => void copy()}>
        {texts.diagnostics.copy}
      </button>
      <span className="hint" role="status">
        {isCopied ? texts.diagnostics.copied : denied === null ? '' : texts.diagnostics.copyDenied}
      </span>
      {denied === null ? null : (
        <textarea
          ref={field}
          className="field copy-text"
          aria-label={texts.diagnostics.copyText}
          readOnly
          rows={12}
          value={denied}
        />
      )}
    </div>
  );
}
