import { type KeyboardEvent, useState } from 'react';
import { FEED_PARTS, type FeedPart } from '../../stores/navigation.ts';
import { texts } from '../../texts.ts';
import { useOpenDialog } from '../../ui/modal.tsx';
import { CloseIcon } from '../../ui/screen-icons.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { FiltersPanel } from './filters-panel.tsx';
import { KeyPanel } from './key-panel.tsx';

const PARTS = FEED_PARTS;
const TITLES: Readonly<Record<FeedPart, string>> = { key: texts.key.tab, filters: texts.filters.tab };
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1, Home: 0, End: 0 };

/** The panel of key and filters, over the screen. Escape closes it and gives the keyboard back. */
export function FeedDialog() {
  const { navigation } = useStores();
  const first = useObservable(navigation.feedPanel);
  return first === null ? null : (
    <OpenDialog first={first} onClose={() => navigation.feedPanel.write(null)} />
  );
}

interface OpenDialogProps {
  readonly first: FeedPart;
  readonly onClose: () => void;
}

function OpenDialog({ first, onClose }: OpenDialogProps) {
  const dialog = useOpenDialog();
  const [part, setPart] = useState<FeedPart>(first);

  const step = (event: KeyboardEvent<HTMLDivElement>) => {
    if (!(event.key in STEPS)) return;
    const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
    const other = PARTS[(PARTS.indexOf(part) + 1) % PARTS.length]!;
    const next = event.key === 'Home' ? PARTS[0] : event.key === 'End' ? PARTS[1] : other;
    event.preventDefault();
    setPart(next);
    tabs[PARTS.indexOf(next)]?.focus();
  };

  return (
    <dialog ref={dialog} className="modal feed-dialog" aria-labelledby="feed-title" onClose={onClose}>
      <header className="feed-head">
        <h2 className="title" id="feed-title">
          {texts.feedSetup.title}
        </h2>
        <div className="feed-tabs" role="tablist" aria-label={texts.feedSetup.tabs} onKeyDown={step}>
          {PARTS.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              id={`feed-tab-${each}`}
              className="feed-tab"
              aria-selected={each === part}
              aria-controls="feed-part"
              tabIndex={each === part ? 0 : -1}
              onClick={() => setPart(each)}
            >
              {TITLES[each]}
            </button>
          ))}
        </div>
        <button
          type="button"
          className="button button-icon feed-close"
          aria-label={texts.feedSetup.close}
          title={texts.feedSetup.close}
          onClick={() => dialog.current?.close()}
        >
          <CloseIcon />
        </button>
      </header>
      <div className="feed-part" id="feed-part" role="tabpanel" aria-labelledby={`feed-tab-${part}`}>
        {part === 'key' ? <KeyPanel /> : <FiltersPanel />}
      </div>
    </dialog>
  );
}
