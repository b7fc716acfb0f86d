import type { Page } from '@playwright/test';
import type { Reply, RequestName, Requests } from '#contract/requests.ts';

/** A rule that fires within seconds, once. */
export const ANY_MOVE = {
  name: 'Any move',
  on: { type: 'league', sport: 'NBA' },
  kind: 'move',
  by: 1,
  unit: 'cents',
  withinS: 60,
  direction: 'both',
  repeat: 'once',
};

/** Asks the main process what a script of the page could ask. Rejects with the failure's words where it refuses. */
export async function ask<N extends RequestName>(
  page: Page,
  name: N,
  input: unknown,
): Promise<Requests[N]['output']> {
  const reply = await page.evaluate(
    ([asked, given]) => {
      const { linewatch } = window as unknown as {
        linewatch: { request(name: string, input: unknown): Promise<unknown> };
      };
      return linewatch.request(asked, given);
    },
    [name, input] as const,
  );
  const { ok, ...rest } = reply as Reply<N> & { value: Requests[N]['output']; message: string };
  if (!ok) throw new Error(`${name}: ${rest.message}`);
  return rest.value;
}
