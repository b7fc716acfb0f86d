import { createRoot } from 'react-dom/client';
import { pageBridge } from './bridge/page-bridge.ts';
import { App } from './features/app.tsx';
import { pageScheduler } from './stores/scheduler.ts';
import { openStores } from './stores/stores.ts';
import './features/styles.ts';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no root element.');

// Nothing is drawn before the settings are there: the first frame already has the user's theme.
const stores = await openStores(pageBridge(), pageScheduler);
stores.plays.resume(pageScheduler.nowMs());
createRoot(root).render(<App stores={stores} />);
