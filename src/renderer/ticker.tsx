import { createRoot } from 'react-dom/client';
import { pageBridge } from './bridge/page-bridge.ts';
import { TickerApp } from './features/ticker/ticker-app.tsx';
import { hearPlays } from './stores/plays/heard-plays.ts';
import { pageScheduler } from './stores/scheduler.ts';
import { openStores } from './stores/stores.ts';
import './features/styles.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');
const bridge = pageBridge();
const stores = await openStores(bridge, pageScheduler);
createRoot(root).render(<TickerApp stores={stores} heard={hearPlays(bridge)} />);
