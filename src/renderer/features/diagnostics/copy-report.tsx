import { useEffect, useRef, useState } from 'react';
import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { reportText } from './report-text.ts';

/** The page as text, on its way to the clipboard. */
export interface Report {
  readonly copy: () => void;
  /** What became of it, in words; empty before. */
  readonly words: string;
  /** The text itself where the clipboard was denied. */
  readonly denied: string | null;
}

/** Copies the page as it is at the click. */
export function useReport(): Report {
  const { diagnostics, status, appInfo } = useStores();
  const [outcome, setOutcome] = useState<{ readonly denied: string | null } | null>(null);

  const copy = () => {
    const reading = diagnostics.reading.read();
    if (!reading) return;
    const current = status.status.read();
    const text = reportText(reading, {
      source: current?.report.source ?? null,
      framesPerSecond: current?.framesPerSecond ?? 0,
      appInfo: appInfo.read(),
    });
    navigator.clipboard.writeText(text).then(
      () => setOutcome({ denied: null }),
      () => setOutcome({ denied: text }),
    );
  };

  const words = outcome === null ? '' : outcome.denied === null ? texts.diagnostics.copied : '';
  return { copy, words, denied: outcome?.denied ?? null };
}

/** The text where it can't be copied by a click: selected, for the keyboard to copy. */
export function ReportText({ text }: { readonly text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text has to be selected anew.
  useEffect(() => field.current?.select(), [text]);
  return (
    <div className="copy-report">
      <p className="hint" role="status">
        {texts.diagnostics.copyDenied}
      </p>
      <textarea
        ref={field}
        className="field copy-text"
        aria-label={texts.diagnostics.copyText}
        readOnly
        rows={12}
        value={text}
      />
    </div>
  );
}
