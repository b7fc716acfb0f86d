import { useState } from 'react';
import { CONSENSUS } from '#domain/catalogue/consensus.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { texts } from '../../texts.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { agoText } from '../../ui/time-text.ts';
import { ScreenHead } from '../shell/screen-head.tsx';
import { useStores } from '../stores-context.ts';
import { useSportsbookOrder } from '../use-known-sportsbooks.ts';
import { useObservable } from '../use-observable.ts';
import { ParlayTable } from './parlay-table.tsx';
import { NoParlaysNotice } from './parlays-notice.tsx';

/** The parlays that a sportsbook posts, each beside what its legs would pay one by one. */
export function ParlaysScreen() {
  const { parlays, catalogue, clock } = useStores();
  const inOrder = useSportsbookOrder();
  const state = useObservable(parlays.state);
  const nowMs = useObservable(clock);
  const listed = useObservable(catalogue.catalogue)?.sportsbooks.value ?? [];
  const books = inOrder(listed.filter((id) => id !== CONSENSUS));
  const [chosen, setChosen] = useState(state.kind === 'none' ? '' : state.sportsbook);
  const sportsbook = books.includes(chosen) ? chosen : (books[0] ?? '');
  const isPaused = state.kind === 'failed' && state.retryAtMs > nowMs;
  const isBusy = state.kind === 'loading' || isPaused;
  const isShown = state.kind === 'loaded' && state.sportsbook === sportsbook;

  return (
    <main className="screen">
      <ScreenHead screen="parlays">
        {books.length > 0 ? (
          <>
            <ChoiceList
              label={texts.parlays.sportsbook}
              choices={books.map((id) => ({ value: id, label: sportsbookName(id) }))}
              value={sportsbook}
              onChoose={setChosen}
            />
            <button
              type="button"
              className="button"
              aria-disabled={isBusy}
              onClick={() => {
                if (!isBusy) void parlays.load(sportsbook);
              }}
            >
              {isShown ? texts.parlays.reload : texts.parlays.load}
            </button>
          </>
        ) : null}
        {isShown ? (
          <span className="summary" role="status">
            {texts.parlays.loaded(state.parlays.length, agoText(nowMs - state.atMs))}
          </span>
        ) : null}
      </ScreenHead>
      {isShown && state.parlays.length > 0 ? (
        <ParlayTable key={state.atMs} parlays={state.parlays} sportsbook={sportsbook} />
      ) : (
        <NoParlaysNotice state={state} sportsbook={sportsbook} nowMs={nowMs} />
      )}
    </main>
  );
}
