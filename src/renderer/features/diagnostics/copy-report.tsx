import { useEffect, useRef, useState } from 'react';
import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { reportText } from './report-text.ts';

/** The page as text, on its way to the clipboard or into a file. */
export interface Report {
  readonly copy: () => void;
  readonly save: () => void;
  /** What became of it, in words; empty before. */
  readonly words: string;
  /** The text itself where the clipboard was denied. */
  readonly denied: string | null;
}

/** Copies or saves the page as it is at the click. */
export function useReport(): Report {
  const { diagnostics, status, appInfo } = useStores();
  const [words, setWords] = useState('');
  const [denied, setDenied] = useState<string | null>(null);

  const text = (): string | null => {
    const reading = diagnostics.reading.read();
    if (!reading) return null;
    const current = status.status.read();
    return reportText(reading, {
      source: current?.report.source ?? null,
      appInfo: appInfo.read(),
    });
  };
  const copy = () => {
    const report = text();
    if (report === null) return;
    const told = (outcome: string, refused: string | null) => {
      setWords(outcome);
      setDenied(refused);
    };
    navigator.clipboard.writeText(report).then(
      () => told(texts.diagnostics.copied, null),
      () => told('', report),
    );
  };
  const save = async () => {
    const report = text();
    if (report === null) return;
    const outcome = await diagnostics.save(report);
    if ('failure' in outcome) setWords(texts.diagnostics.notSaved(outcome.failure));
    else setWords(outcome.file === null ? '' : texts.diagnostics.saved(outcome.file));
  };

  return { copy, save: () => void save(), words, denied };
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
