import type { KeyTrial } from '../../stores/feed/key-entry.ts';
import { texts } from '../../texts.ts';
import { PendingIcon, WarningIcon } from '../../ui/icons.tsx';
import { TickIcon } from '../../ui/screen-icons.tsx';

/** What becomes of the key that was entered: under way, taken, or why not and what to do. */
export function KeyTrialNews({ trial }: { readonly trial: KeyTrial }) {
  return (
    <div className="key-news" role="status">
      {trial.kind === 'trying' ? (
        <p className="news news-busy">
          <PendingIcon />
          {texts.key.trying}
        </p>
      ) : null}
      {trial.kind === 'accepted' ? (
        <p className="news news-good">
          <TickIcon />
          {texts.key.accepted}
        </p>
      ) : null}
      {trial.kind === 'failed' ? (
        <div className="news news-bad">
          <WarningIcon />
          <div>
            <strong>{texts.key.failed[trial.code]}</strong>
            <p>
              {trial.message} {texts.key.before}
            </p>
            <ul>
              {texts.key.help[trial.code].map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        </div>
      ) : null}
    </div>
  );
}
