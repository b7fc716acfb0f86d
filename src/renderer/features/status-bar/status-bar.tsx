import type { EngineStatus } from '../../stores/status.ts';
import { texts } from '../../texts.ts';
import { PendingIcon, WarningIcon } from '../../ui/icons.tsx';
import { memoryText } from '../../ui/number-text.ts';
import { agoText } from '../../ui/time-text.ts';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { FeedLine } from './feed-line.tsx';
import { NewsLine } from './news-line.tsx';

/** The foot of the window: what the feed is doing, always; then what was just done, or the engine's figures. */
export function StatusBar() {
  const { status, settings } = useStores();
  const current = useObservable(status.status);
  const failure = useObservable(status.failure);
  const silent = useObservable(status.silent);
  const notSaved = useObservable(settings.failure);
  return (
    <footer className="status-bar">
      <div className="feeds">
        {current?.report.feeds.map((feed) => <FeedLine key={feed.feed} feed={feed} />) ?? (
          <NoReport failure={failure} />
        )}
        {current?.report.engine === 'running' && silent ? <EngineSilence status={current} /> : null}
        {current && current.report.storage.detail !== '' ? (
          <Trouble text={current.report.storage.detail} />
        ) : null}
        {notSaved === null ? null : <Trouble text={texts.settings.notSaved(notSaved)} />}
      </div>
      <NewsLine />
      {current ? <Figures status={current} /> : null}
      <Version />
    </footer>
  );
}

function NoReport({ failure }: { readonly failure: string | null }) {
  if (failure !== null) return <Trouble text={`${texts.feed.engineStopped}: ${failure}`} />;
  return (
    <div className="feed">
      <span className="feed-sign feed-connecting">
        <PendingIcon size={14} />
      </span>
      <span role="status">{texts.feed.starting}</span>
    </div>
  );
}

function EngineSilence({ status }: { readonly status: EngineStatus }) {
  const { clock } = useStores();
  const silentMs = useObservable(clock) - status.receivedAtMs;
  return <Trouble text={texts.feed.silentEngine(agoText(silentMs))} />;
}

function Trouble({ text }: { readonly text: string }) {
  return (
    <div className="feed" role="alert">
      <span className="feed-sign feed-offline">
        <WarningIcon size={14} />
      </span>
      <span className="feed-trouble" title={text}>
        {text}
      </span>
    </div>
  );
}

function Figures({ status: { report } }: { readonly status: EngineStatus }) {
  const { clock } = useStores();
  const nowMs = useObservable(clock);
  const { stats } = report;
  return (
    <ul className="figures">
      {stats.lastFrameAtMs === null ? null : (
        <li className="figure-age">{texts.feed.lastFrame(agoText(nowMs - stats.lastFrameAtMs))}</li>
      )}
      {stats.refusedFrames === 0 ? null : (
        <li title={texts.stats.refusedTitle}>{texts.stats.refused(stats.refusedFrames)}</li>
      )}
      <li title={texts.stats.framesTitle}>{texts.stats.frames(Math.round(stats.framesPerSecond))}</li>
      <li title={texts.stats.changesTitle}>{texts.stats.changes(Math.round(stats.changesPerSecond))}</li>
      <li className="figure-count">{texts.stats.books(stats.sportsbooks)}</li>
      <li className="figure-count">{texts.stats.games(stats.games)}</li>
      <li className="figure-count">{texts.stats.prices(stats.selections)}</li>
      <li className="figure-memory" title={texts.stats.memoryTitle}>
        {memoryText(stats.rssBytes)}
      </li>
    </ul>
  );
}

function Version() {
  const { appInfo } = useStores();
  const info = useObservable(appInfo);
  if (!info) return null;
  return (
    <span className="version" title={texts.stats.versionTitle(info.electron, info.chromium, info.node)}>
      v{info.version}
    </span>
  );
}
