import { texts } from '../../texts.ts';
import { ProductIcon } from '../../ui/icons.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';
import { LeagueTabs } from './league-tabs.tsx';
import { FormatChoice, ThemeChoice } from './preferences.tsx';
import { SearchField } from './search-field.tsx';

/** The top of the window: whose window it is, where the prices come from, leagues, search and preferences. */
export function HeaderBar() {
  return (
    <header className="header">
      <div className="brand">
        <ProductIcon />
        <span className="brand-name">{texts.product}</span>
        <DemoBadge />
      </div>
      <OddsTools />
      <FormatChoice />
      <ThemeChoice />
    </header>
  );
}

/** What finds its way among the odds has no use on another screen. */
function OddsTools() {
  const { navigation } = useStores();
  if (useObservable(navigation.screen) !== 'odds') return <div className="leagues" />;
  return (
    <>
      <LeagueTabs />
      <SearchField />
    </>
  );
}

function DemoBadge() {
  const { status } = useStores();
  const source = useSelected(status.status, (current) => current?.report.source);
  if (source !== 'demo') return null;
  return (
    <span className="badge badge-demo" title={texts.demo.explanation}>
      {texts.demo.badge}
    </span>
  );
}
