import type { DiagnosticsReading } from '../../stores/diagnostics/diagnostics.ts';
import { texts } from '../../texts.ts';
import { budgetFacts } from './facts.ts';
import { Figures } from './figures.tsx';

/** What is left of the provider's limits. */
export function BudgetFigures({ reading }: { readonly reading: DiagnosticsReading }) {
  return <Figures title={texts.diagnostics.budgets} facts={budgetFacts(reading.diagnostics.budgets)} />;
}
