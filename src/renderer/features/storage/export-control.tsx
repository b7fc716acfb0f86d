import { useState } from 'react';
import { EXPORT_FORMATS } from '#contract/export.ts';
import { MAIN_MARKETS } from '#domain/catalogue/markets.ts';
import { compareSportsbooks, sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { EXPORT_PERIODS, type ExportChoice } from '../../stores/storage/history-files.ts';
import { texts } from '../../texts.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable } from '../use-observable.ts';
import { ExportProgressLine } from './export-progress-line.tsx';

const words = texts.storage.export;

const FORMATS = EXPORT_FORMATS.map((value) => ({ value, label: words.formats[value] }));
const PERIODS = EXPORT_PERIODS.map((value) => ({ value, label: words.periods[value] }));
const MARKETS = [
  { value: '', label: words.everyMarket },
  ...MAIN_MARKETS.map(({ key }) => ({ value: key, label: words.markets[key] })),
];

/** What of the history goes into a file, and how far that is. */
export function ExportControl() {
  const { historyFiles } = useStores();
  const contents = useObservable(historyFiles.contents);
  const isRunning = useObservable(historyFiles.exporting).kind === 'running';
  const [choice, setChoice] = useState<ExportChoice>({
    format: 'csv',
    sport: '',
    sportsbook: '',
    market: '',
    period: 'all',
  });
  const put = (part: Partial<ExportChoice>) => setChoice((before) => ({ ...before, ...part }));
  const sports = (contents?.sports ?? []).map(({ sport }) => ({ value: sport, label: sport }));
  const books = [...(contents?.sportsbooks ?? [])]
    .sort(compareSportsbooks)
    .map((id) => ({ value: id, label: sportsbookName(id) }));

  return (
    <div className="export">
      <div className="export-choices">
        <ChoiceList
          label={words.format}
          choices={FORMATS}
          value={choice.format}
          onChoose={(format) => put({ format })}
        />
        <ChoiceList
          label={words.sport}
          choices={[{ value: '', label: words.everySport }, ...sports]}
          value={choice.sport}
          onChoose={(sport) => put({ sport })}
        />
        <ChoiceList
          label={words.sportsbook}
          choices={[{ value: '', label: words.everySportsbook }, ...books]}
          value={choice.sportsbook}
          onChoose={(sportsbook) => put({ sportsbook })}
        />
        <ChoiceList
          label={words.market}
          choices={MARKETS}
          value={choice.market}
          onChoose={(market) => put({ market })}
        />
        <ChoiceList
          label={words.period}
          choices={PERIODS}
          value={choice.period}
          onChoose={(period) => put({ period })}
        />
        <button
          type="button"
          className="button button-main"
          aria-disabled={isRunning || contents === null}
          onClick={() => {
            if (contents !== null) void historyFiles.export(choice);
          }}
        >
          {words.start}
        </button>
      </div>
      <ExportProgressLine />
    </div>
  );
}
