import { useEffect, useState } from 'react';
import { WATCHLIST_LIMITS, type Watchlist } from '#domain/watchlist/watchlist.ts';
import { texts } from '../../texts.ts';
import { FailureLine } from '../../ui/failure-line.tsx';
import { PendingIcon } from '../../ui/icons.tsx';
import { NameForm } from '../../ui/name-form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { WatchIcon } from '../../ui/screen-icons.tsx';
import { UndoLine } from '../../ui/undo-line.tsx';
import { ScreenHead } from '../shell/screen-head.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { ListTabs } from './list-tabs.tsx';
import { WatchTable } from './watch-table.tsx';

const ICON_SIZE = 32;
type Asked = 'create' | 'rename' | 'team' | 'player' | null;

/** What the user follows: lists by name, each with its prices as they stand. */
export function WatchlistsScreen() {
  const { watchlists: store, news } = useStores();
  const lists = useObservable(store.lists);
  const current = useObservable(store.current);
  const failure = useObservable(store.failure);
  const [asked, setAsked] = useState<Asked>(null);
  useEffect(() => store.look(), [store]);
  const list = lists?.find(({ watchlistId }) => watchlistId === current);
  const done = () => setAsked(null);
  const naming = {
    action: texts.watchlists.save,
    isMain: true,
    faultOf: (name: string) => (name.trim() === '' ? texts.watchlists.nameless : null),
    cancel: { label: texts.watchlists.cancel, onCancel: done },
  };

  return (
    <main className="screen">
      <ScreenHead screen="watchlists">
        {asked === 'create' || (asked === 'rename' && list) ? (
          <NameForm
            key={asked}
            label={asked === 'create' ? texts.watchlists.createLabel : texts.watchlists.renameLabel}
            {...naming}
            present={asked === 'rename' && list ? list.name : ''}
            maxLength={WATCHLIST_LIMITS.nameLength}
            onName={(name) => {
              done();
              if (asked === 'create') void store.create(name);
              else if (list) void store.rename(list.watchlistId, name);
            }}
          />
        ) : (
          <button type="button" className="button" onClick={() => setAsked('create')}>
            {texts.watchlists.create}
          </button>
        )}
        <div className="toolbar-end">
          {list ? (
            <>
              <button type="button" className="button" onClick={() => setAsked('rename')}>
                {texts.watchlists.rename}
              </button>
              <button type="button" className="button" onClick={() => void store.remove(list.watchlistId)}>
                {texts.watchlists.remove}
              </button>
            </>
          ) : null}
          <button
            type="button"
            className="button"
            onClick={() => void store.importFile(texts.watchlists.imported)}
          >
            {texts.watchlists.import}
          </button>
          <button
            type="button"
            className="button"
            aria-disabled={!lists?.length}
            onClick={() => {
              if (lists?.length) void store.exportFile(texts.watchlists.exported);
            }}
          >
            {texts.watchlists.export}
          </button>
        </div>
      </ScreenHead>
      <FailureLine reason={failure} />
      {lists === null ? (
        <Notice
          icon={<PendingIcon size={ICON_SIZE} />}
          title={texts.watchlists.loadingTitle}
          text={texts.watchlists.loadingHint}
        />
      ) : (
        <div className="watch-body">
          {lists.length > 0 ? <ListTabs lists={lists} /> : null}
          <div className="watch-main">
            {list && list.entries.length > 0 ? <WatchTable list={list} /> : <NothingWatched list={list} />}
            <div className="watch-foot">
              {asked === 'team' || asked === 'player' ? (
                <NameForm
                  key={asked}
                  label={texts.watchlists.addLabel}
                  {...naming}
                  maxLength={WATCHLIST_LIMITS.nameLength}
                  onName={(name) => {
                    done();
                    const subject =
                      asked === 'team'
                        ? ({ kind: 'team', sport: '', team: name } as const)
                        : ({ kind: 'player', player: name } as const);
                    void store
                      .watch(subject, {
                        added: texts.watchlists.added(name),
                        first: texts.watchlists.firstName,
                      })
                      .then(news.tell);
                  }}
                />
              ) : (
                <>
                  <button type="button" className="button" onClick={() => setAsked('team')}>
                    {texts.watchlists.addTeam}
                  </button>
                  <button type="button" className="button" onClick={() => setAsked('player')}>
                    {texts.watchlists.addPlayer}
                  </button>
                </>
              )}
            </div>
          </div>
        </div>
      )}
      <RemovedList />
    </main>
  );
}

function NothingWatched({ list }: { readonly list: Watchlist | undefined }) {
  return (
    <Notice
      icon={<WatchIcon size={ICON_SIZE} />}
      title={list ? texts.watchlists.emptyListTitle(list.name) : texts.watchlists.emptyTitle}
      text={texts.watchlists.emptyHint}
    />
  );
}

function RemovedList() {
  const { watchlists } = useStores();
  const removed = useObservable(watchlists.removed);
  return (
    <UndoLine
      removed={removed && texts.watchlists.removed(removed.name)}
      label={texts.watchlists.undo}
      onUndo={() => void watchlists.takeBack()}
    />
  );
}
