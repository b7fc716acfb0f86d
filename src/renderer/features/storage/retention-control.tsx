import { useState } from 'react';
import type { RetentionPreview } from '#contract/storage.ts';
import { texts } from '../../texts.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { memoryText } from '../../ui/number-text.ts';
import { fullTimeText } from '../../ui/time-text.ts';
import { useStores } from '../stores-context.ts';
import { useSelected } from '../use-observable.ts';

const words = texts.storage.retention;
const GIGABYTE = 1024;

type Limits = { readonly historyDays: number; readonly historyMegabytes: number };
type Previewed = { readonly limits: Limits; readonly preview: RetentionPreview | string };

/** How long and how much is kept; what would go is said before anything does. */
export function RetentionControl() {
  const { settings, historyFiles } = useStores();
  const days = useSelected(settings.settings, ({ historyDays }) => historyDays);
  const megabytes = useSelected(settings.settings, ({ historyMegabytes }) => historyMegabytes);
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const shown = previewed?.limits ?? { historyDays: days, historyMegabytes: megabytes };

  const look = async (part: Partial<Limits>) => {
    const limits = { ...shown, ...part };
    setPreviewed({ limits, preview: await historyFiles.previewRetention(limits) });
  };
  const use = (limits: Limits) => {
    settings.change(limits);
    setPreviewed(null);
  };

  return (
    <div className="export">
      <div className="export-choices">
        <ChoiceList
          label={words.days}
          choices={choices([0, 30, 90, 365, 730], shown.historyDays, words.daysNames)}
          value={String(shown.historyDays)}
          onChoose={(value) => void look({ historyDays: Number(value) })}
        />
        <ChoiceList
          label={words.size}
          choices={choices(
            [0, 1, 5, 20, 100].map((each) => each * GIGABYTE),
            shown.historyMegabytes,
            words.sizeName,
          )}
          value={String(shown.historyMegabytes)}
          onChoose={(value) => void look({ historyMegabytes: Number(value) })}
        />
      </div>
      <div role="status">{previewed === null ? null : <p>{wordsOf(previewed.preview)}</p>}</div>
      {previewed === null ? null : (
        <div className="history-buttons">
          <button type="button" className="button" onClick={() => use(previewed.limits)}>
            {words.apply}
          </button>
          <button type="button" className="button button-quiet" onClick={() => setPreviewed(null)}>
            {words.leave}
          </button>
        </div>
      )}
    </div>
  );
}

/** The usual values, and the one that is set where it is none of them. */
function choices(values: readonly number[], current: number, name: (value: number) => string) {
  const all = values.includes(current) ? values : [...values, current].sort((left, right) => left - right);
  return all.map((value) => ({ value: String(value), label: name(value) }));
}

function wordsOf(preview: RetentionPreview | string): string {
  if (typeof preview === 'string') return preview;
  const { goingChanges, goingGames, goingBytes, bytes, goingBeforeMs, keptGames } = preview;
  const going =
    goingBeforeMs === null
      ? words.nothingGoes(memoryText(bytes))
      : words.goes(
          goingChanges,
          goingGames,
          memoryText(goingBytes),
          memoryText(bytes),
          fullTimeText(goingBeforeMs),
        );
  return keptGames === 0 ? going : `${going} ${words.stays(keptGames)}`;
}
