import { CONSENSUS } from '#domain/catalogue/consensus.ts';
import { sportsbookName } from '#domain/catalogue/sportsbook-names.ts';
import { texts } from '../../texts.ts';
import { ChoiceList } from '../../ui/choice-list.tsx';
import { useStores } from '../stores-context.ts';
import { useKnownSportsbooks, useSportsbookOrder } from '../use-known-sportsbooks.ts';
import { useObservable, useSelected } from '../use-observable.ts';

/** Leagues and sportsbooks. */
export function ChoiceStep() {
  const { leagues, choice, navigation, settings } = useStores();
  const listed = useObservable(leagues.leagues) ?? [];
  const sport = useSelected(choice.query, (query) => query?.sport ?? '');
  const hidden = useSelected(settings.settings, (current) => current.hiddenSportsbooks);
  const books = useSportsbookOrder()(useKnownSportsbooks().filter((id) => id !== CONSENSUS));
  const words = texts.onboarding.choice;
  const show = (id: string, isShown: boolean) =>
    settings.change({
      hiddenSportsbooks: isShown ? hidden.filter((other) => other !== id) : [...hidden, id],
    });
  return (
    <>
      {listed.length > 0 ? (
        <div className="onboarding-choice">
          <h3 className="part-title">{words.league}</h3>
          <ChoiceList
            label={words.league}
            choices={listed.map((league) => ({ value: league.sport, label: league.sport }))}
            value={sport}
            onChoose={(next) => choice.chooseLeague(next)}
          />
        </div>
      ) : null}
      <fieldset className="onboarding-books">
        <legend className="part-title">{words.books}</legend>
        <p className="hint">{books.length > 0 ? words.booksHint : words.waiting}</p>
        <div className="onboarding-book-list">
          {books.map((id) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={!hidden.includes(id)}
                onChange={(event) => show(id, event.currentTarget.checked)}
              />
              {sportsbookName(id)}
            </label>
          ))}
        </div>
      </fieldset>
      <button
        type="button"
        className="button button-quiet"
        aria-haspopup="dialog"
        onClick={() => navigation.feedPanel.write('filters')}
      >
        {words.filters}
      </button>
    </>
  );
}
