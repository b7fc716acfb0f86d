import { writeTimesIn } from '../../ui/time-text.ts';
import { AlertsScreen } from '../alerts/alerts-screen.tsx';
import { BetsScreen } from '../bets/bets-screen.tsx';
import { DiagnosticsScreen } from '../diagnostics/diagnostics-screen.tsx';
import { GamePage } from '../game/game-page.tsx';
import { OddsScreen } from '../odds-screen/odds-screen.tsx';
import { ParlaysScreen } from '../parlays/parlays-screen.tsx';
import { PlaysScreen } from '../plays/plays-screen.tsx';
import { RecordedScreen } from '../recorded/recorded-screen.tsx';
import { SettingsScreen } from '../settings/settings-screen.tsx';
import { useStores } from '../stores-context.ts';
import { useObservable, useSelected } from '../use-observable.ts';
import { WatchlistsScreen } from '../watchlists/watchlists-screen.tsx';

/** The screen in use. The odds stay laid out behind the others, unpainted, so that they are back at once as they were. */
export function ScreenStage() {
  const { navigation, settings } = useStores();
  const timeZone = useSelected(settings.settings, (current) => current.timeZone);
  writeTimesIn(timeZone);
  const screen = useObservable(navigation.screen);
  const game = useObservable(navigation.game);
  const recorded = useObservable(navigation.recorded);
  const isOdds = screen === 'odds' && game === null;
  return (
    <div className="stage">
      <div className="stage-odds" inert={!isOdds} data-hidden={!isOdds || undefined}>
        <OddsScreen key={timeZone} />
      </div>
      {screen === 'watchlists' ? <WatchlistsScreen /> : null}
      {screen === 'odds' && game !== null ? <GamePage key={game + timeZone} /> : null}
      {screen === 'alerts' ? <AlertsScreen /> : null}
      {screen === 'plays' ? <PlaysScreen /> : null}
      {screen === 'parlays' ? <ParlaysScreen /> : null}
      {screen === 'bets' ? <BetsScreen /> : null}
      {screen === 'diagnostics' ? <DiagnosticsScreen /> : null}
      {screen === 'settings' && recorded === null ? <SettingsScreen /> : null}
      {screen === 'settings' && recorded !== null ? <RecordedScreen label={recorded.game} /> : null}
    </div>
  );
}
