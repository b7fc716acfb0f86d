import { texts } from '../../texts.ts';

/** What is wrong with a form, and in which of its fields. */
export interface KeyFault {
  readonly field: 'key' | 'base';
  readonly words: string;
}

/** What can be seen to be wrong before anybody is asked; `null` = nothing. Both texts without blanks around them. */
export function keyFault(key: string, base: string): KeyFault | null {
  if (key === '') return { field: 'key', words: texts.key.empty };
  if (/\s/.test(key)) return { field: 'key', words: texts.key.spaced };
  const isAddress = URL.canParse(base) && /^(https?|wss?):$/.test(new URL(base).protocol);
  return isAddress ? null : { field: 'base', words: texts.key.address };
}
