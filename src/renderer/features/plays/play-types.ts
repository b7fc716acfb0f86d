import type { PlayView } from '#contract/plays.ts';
import { texts } from '../../texts.ts';
import type { Choice } from '../../ui/choice-list.tsx';

/** The choice that filters nothing. */
export const EVERY_TYPE = '';

/** The types that occur in some plays, by their words. */
export function typeChoices(plays: readonly PlayView[]): readonly Choice<string>[] {
  const names = new Map(plays.map(({ type, typeName }) => [type, typeName]));
  const named = [...names].map(([value, label]) => ({ value, label }));
  named.sort((left, right) => left.label.localeCompare(right.label));
  return [{ value: EVERY_TYPE, label: texts.plays.everyType }, ...named];
}
