import { RuleMistake } from '#domain/alert/rule/json-fields.ts';

/** What a reader of rules reads; `undefined` where it finds a mistake. */
export function rightly<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RuleMistake) return undefined;
    throw error;
  }
}
