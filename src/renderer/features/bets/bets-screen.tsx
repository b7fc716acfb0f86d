import { useState } from 'react';
import type { NotedBet } from '#domain/ledger/noted-bet.ts';
import { texts } from '../../texts.ts';
import { FailureLine } from '../../ui/failure-line.tsx';
import { PendingIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BetsIcon } from '../../ui/screen-icons.tsx';
import { Segments } from '../../ui/segments.tsx';
import { ScreenHead } from '../shell/screen-head.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { BetTable } from './bet-table.tsx';
import { BetTotals } from './bet-totals.tsx';
import { RemovedBet } from './removed-bet.tsx';

const ICON_SIZE = 32;
const SHOWN = ['all', 'open', 'settled'] as const;
type Shown = (typeof SHOWN)[number];

/** The user's own bets: what they were worth when the game started, how they ended, and what they come to. */
export function BetsScreen() {
  const { bets: store } = useStores();
  const bets = useObservable(store.bets);
  const failure = useObservable(store.failure);
  const exported = useObservable(store.exported);
  const form = useObservable(store.form);
  const [shown, setShown] = useState<Shown>('all');
  const rows = bets?.filter((bet) => isShown(bet, shown)) ?? [];

  return (
    <main className="screen">
      <ScreenHead screen="bets">
        <Segments
          label={texts.bets.show}
          segments={SHOWN.map((value) => ({ value, label: texts.bets.shown[value] }))}
          value={shown}
          onChoose={setShown}
        />
        <div className="toolbar-end">
          <span className="summary" role="status">
            {exported === null ? '' : texts.bets.exported(exported)}
          </span>
          <button
            type="button"
            className="button"
            aria-disabled={!bets?.length}
            onClick={() => {
              if (bets?.length) void store.exportAll();
            }}
          >
            {texts.bets.export}
          </button>
          <button type="button" className="button button-main" onClick={() => store.open()}>
            {texts.bets.note}
          </button>
        </div>
      </ScreenHead>
      <FailureLine reason={form === null ? failure : null} />
      {bets === null ? (
        <Notice
          icon={<PendingIcon size={ICON_SIZE} />}
          title={texts.bets.loadingTitle}
          text={texts.bets.loadingHint}
        />
      ) : bets.length === 0 ? (
        <Notice
          icon={<BetsIcon size={ICON_SIZE} />}
          title={texts.bets.emptyTitle}
          text={texts.bets.emptyHint}
        />
      ) : (
        <div className="bets-body">
          {rows.length > 0 ? (
            <BetTable bets={rows} />
          ) : (
            <Notice
              icon={<BetsIcon size={ICON_SIZE} />}
              title={texts.bets.noneTitle}
              text={texts.bets.noneHint}
            />
          )}
          <BetTotals bets={bets} />
        </div>
      )}
      <RemovedBet />
    </main>
  );
}

function isShown({ result }: NotedBet, shown: Shown): boolean {
  return shown === 'all' || (result === 'open') === (shown === 'open');
}
