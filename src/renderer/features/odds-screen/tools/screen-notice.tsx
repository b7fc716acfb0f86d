import type { ScreenShape } from '../../../stores/odds/odds-screen.ts';
import { texts } from '../../../texts.ts';
import { BoardIcon, LockIcon, SearchIcon, WarningIcon } from '../../../ui/icons.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { useStores } from '../../stores-context.ts';
import { useObservable } from '../../use-observable.ts';

const ICON_SIZE = 32;
const SKELETON_LINES = Array.from({ length: 12 }, (_, line) => line);

/** What the screen says before any league has games. */
export function NoLeagueNotice() {
  const { status } = useStores();
  const failure = useObservable(status.failure);
  const feed = useObservable(status.status)?.report.feeds.find(({ feed }) => feed === 'odds');
  if (failure !== null) {
    return (
      <Notice
        icon={<WarningIcon size={ICON_SIZE} />}
        tone="failed"
        title={texts.states.failedTitle}
        text={`${failure} ${texts.states.failedHint}`}
      />
    );
  }
  if (feed?.state === 'refused') {
    return (
      <Notice
        icon={<LockIcon size={ICON_SIZE} />}
        tone="failed"
        title={texts.states.refusedTitle}
        text={`${feed.detail} ${texts.states.refusedHint}`}
      />
    );
  }
  return (
    <Notice
      icon={<BoardIcon size={ICON_SIZE} />}
      title={texts.states.waitingTitle}
      text={[feed?.detail, texts.states.waitingHint].filter(Boolean).join(' ')}
    />
  );
}

interface EmptyNoticeProps {
  readonly shape: ScreenShape;
  readonly marketLabel: string;
  /** How many games there are before the search. */
  readonly games: number;
}

/** What the screen says in place of the table: failed, still loading, empty, or nothing found. */
export function EmptyNotice({ shape, marketLabel, games }: EmptyNoticeProps) {
  const { gameList, screen, search } = useStores();
  const sought = useObservable(search);
  const { phase, query } = shape;
  const sport = query?.sport ?? '';
  if (phase.kind === 'failed') {
    return (
      <Notice
        icon={<WarningIcon size={ICON_SIZE} />}
        tone="failed"
        title={texts.states.failedTitle}
        text={`${phase.message} ${texts.states.failedHint}`}
        action={{ label: texts.states.retry, run: () => screen.retry() }}
      />
    );
  }
  if (phase.kind !== 'open') return <LoadingBoard sport={sport} />;
  if (games > 0 && sought === '') {
    return (
      <Notice
        icon={<BoardIcon size={ICON_SIZE} />}
        title={texts.gameList.noneTitle}
        text={texts.gameList.noneHint}
        action={{ label: texts.gameList.showAll, run: () => gameList.time.write('all') }}
      />
    );
  }
  if (games > 0) {
    return (
      <Notice
        icon={<SearchIcon size={ICON_SIZE} />}
        title={texts.states.noMatchTitle(sought)}
        text={texts.states.noMatchHint}
        action={{ label: texts.states.clearSearch, run: () => search.write('') }}
      />
    );
  }
  return (
    <Notice
      icon={<BoardIcon size={ICON_SIZE} />}
      title={texts.states.emptyTitle(sport, marketLabel)}
      text={texts.states.emptyHint}
    />
  );
}

/** The board's outline, shown only when loading takes long enough to be noticed. */
function LoadingBoard({ sport }: { readonly sport: string }) {
  return (
    <div className="loading" role="status" aria-label={texts.states.loading(sport)}>
      {SKELETON_LINES.map((line) => (
        <div key={line} className="loading-game" />
      ))}
    </div>
  );
}
