import { useEffect } from 'react';
import { texts } from '../../texts.ts';
import { BoardIcon, WarningIcon } from '../../ui/icons.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BackIcon } from '../../ui/screen-icons.tsx';
import { openScreen, screenHeadingId } from '../shell/focus-screen.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { GameList } from './game-list.tsx';
import { RecordedBets } from './recorded-bets.tsx';
import { RecordedChart } from './recorded-chart.tsx';

const ICON_SIZE = 32;
const words = texts.storage.recorded;

/** The games of the history that is open, also another machine's: their bets, and how the prices of one went. */
export function RecordedScreen({ label }: { readonly label: string | null }) {
  const stores = useStores();
  const { recorded, historyFiles } = stores;
  const contents = useObservable(historyFiles.contents);
  const { games, game, failure } = useObservable(recorded.view);

  useEffect(() => {
    void historyFiles.read();
    void recorded.open(label);
    return () => recorded.close();
  }, [historyFiles, recorded, label]);

  return (
    <main className="screen">
      <div className="toolbar">
        <button
          type="button"
          className="button button-quiet toolbar-button"
          onClick={() => openScreen(stores, 'settings')}
        >
          <BackIcon size={14} />
          {words.back}
        </button>
        <h1 className="title" id={screenHeadingId('settings')} tabIndex={-1}>
          {words.title}
        </h1>
        <span className="badge badge-demo">{words.badge}</span>
        {contents === null ? null : (
          <span className="recorded-where">{contents.isOwn ? words.own : words.other(contents.folder)}</span>
        )}
      </div>
      {failure === null ? null : (
        <p className="form-fault recorded-failure" role="alert">
          {failure}
        </p>
      )}
      {games?.length === 0 ? (
        <Notice
          icon={failure === null ? <BoardIcon size={ICON_SIZE} /> : <WarningIcon size={ICON_SIZE} />}
          title={words.emptyTitle}
          text={words.emptyHint}
        />
      ) : (
        <div className="recorded">
          <GameList />
          {game === null ? (
            <Notice
              icon={<BoardIcon size={ICON_SIZE} />}
              title={games === null ? words.reading : words.chooseTitle}
              text={label === null || games === null ? words.chooseHint : words.unknown(label)}
            />
          ) : (
            <>
              <RecordedBets key={game.label} game={game} />
              <RecordedChart game={game} />
            </>
          )}
        </div>
      )}
    </main>
  );
}
