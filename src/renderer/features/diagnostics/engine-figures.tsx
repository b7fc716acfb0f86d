import type { DiagnosticsReading } from '../../stores/diagnostics/diagnostics.ts';
import { texts } from '../../texts.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { engineFacts } from './facts.ts';
import { Figures } from './figures.tsx';

/** The engine's counters. */
export function EngineFigures({ reading }: { readonly reading: DiagnosticsReading }) {
  const { status } = useStores();
  const current = useObservable(status.status);
  return (
    <Figures title={texts.diagnostics.engine} facts={engineFacts(reading, current?.report.source ?? null)} />
  );
}
