import type { Aged } from '#contract/catalogue.ts';
import { texts } from '../../texts.ts';
import { agoText, dayText, fullTimeText, timeText } from '../../ui/time-text.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';

/** How old a part of the catalogue is; in plain sight when it could not be fetched anew. */
export function PartAge({ age: { fetchedAtMs, failure } }: { readonly age: Aged<unknown> }) {
  const { clock } = useStores();
  const nowMs = useObservable(clock);
  const title = [fetchedAtMs === null ? '' : fullTimeText(fetchedAtMs), failure ?? '']
    .filter(Boolean)
    .join(' · ');
  return (
    <p className={failure === null ? 'part-age' : 'part-age part-age-old'} title={title}>
      {words(fetchedAtMs, failure, nowMs)}
    </p>
  );
}

function words(fetchedAtMs: number | null, failure: string | null, nowMs: number): string {
  if (fetchedAtMs === null) return failure === null ? texts.filters.loading : texts.filters.never;
  if (failure === null) return texts.filters.fetched(agoText(nowMs - fetchedAtMs));
  return texts.filters.offline(`${dayText(fetchedAtMs, nowMs).toLocaleLowerCase()} ${timeText(fetchedAtMs)}`);
}
