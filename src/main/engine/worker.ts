import { parentPort } from 'node:worker_threads';
import { Engine } from './index.ts';
import type { EngineCall, EngineCallName, EngineCalls, EngineNews } from './port.ts';
import { threadFiles } from './threads.ts';

type Answer = EngineCalls[EngineCallName]['output'];
type Handlers = {
  [N in EngineCallName]: (
    input: EngineCalls[N]['input'],
  ) => EngineCalls[N]['output'] extends null
    ? void | Promise<void>
    : EngineCalls[N]['output'] | Promise<EngineCalls[N]['output']>;
};

/** The engine in a worker thread: calls in, answers and news out. The key arrives by message, never by argument. */
function serve(): void {
  const port = parentPort;
  if (port === null) throw new Error('The engine worker has to be started as a worker thread.');
  const tell = (news: EngineNews): void => port.postMessage(news);
  let engine: Engine | undefined;
  /** Two starts at once would leave an engine behind that nobody knows. */
  let turn: Promise<void> = Promise.resolve();
  const inTurn = (step: () => Promise<void>): Promise<void> => {
    turn = turn.then(step, step);
    return turn;
  };
  const stop = async () => {
    const before = engine;
    engine = undefined;
    await before?.stop();
  };

  const handlers: Handlers = {
    start: (options) =>
      inTurn(async () => {
        await stop();
        engine = new Engine(
          options,
          threadFiles(import.meta.url),
          {
            status: (status) => tell({ kind: 'status', status }),
            stats: (stats) => tell({ kind: 'stats', stats }),
            storage: (state) => tell({ kind: 'storage', state }),
            catalogue: (catalogue) => tell({ kind: 'catalogue', catalogue }),
            filters: (state) => tell({ kind: 'filters', state }),
            plays: (news) => tell({ kind: 'plays', news }),
            bets: (news) => tell({ kind: 'bets', news }),
            watchlists: (watchlists) => tell({ kind: 'watchlists', watchlists }),
            watched: (windowId, prices) => tell({ kind: 'watched', windowId, prices }),
            exported: (progress) => tell({ kind: 'export', progress }),
            dryRun: (progress) => tell({ kind: 'dry-run', progress }),
            alerts: (news) => tell({ kind: 'alerts', news }),
            rules: (rules) => tell({ kind: 'rules', rules }),
            batch: (windowId, batch) => tell({ kind: 'batch', windowId, batch }),
            gameBatch: (windowId, batch) => tell({ kind: 'game-batch', windowId, batch }),
            linesBatch: (windowId, batch) => tell({ kind: 'lines-batch', windowId, batch }),
          },
          { notice: (text) => tell({ kind: 'notice', text }) },
        );
        engine.start();
        engine.catalogue.start();
      }),
    stop: () => inTurn(stop),
    status: () => running().status(),
    leagues: () => running().odds.leagues(),
    'screen.open': ({ windowId, query }) => running().odds.screens.open(windowId, query),
    'screen.painted': ({ windowId, generation, number }) =>
      engine?.odds.screens.painted(windowId, generation, number),
    'screen.hidden': ({ windowId, isHidden }) => {
      engine?.odds.setHidden(windowId, isHidden);
      engine?.watchlists.setHidden(windowId, isHidden);
    },
    'screen.close': ({ windowId }) => engine?.odds.screens.close(windowId),
    'game.read': ({ game }) => running().odds.describeGame(game),
    'game.open': ({ windowId, query }) => running().odds.gamePages.open(windowId, query),
    'game.painted': ({ windowId, generation, number }) =>
      engine?.odds.gamePages.painted(windowId, generation, number),
    'game.close': ({ windowId }) => engine?.odds.gamePages.close(windowId),
    'lines.open': ({ windowId, query }) => running().odds.lines.open(windowId, query),
    'lines.painted': ({ windowId, generation, number }) =>
      engine?.odds.lines.painted(windowId, generation, number),
    'lines.close': ({ windowId }) => engine?.odds.lines.close(windowId),
    'game.selection': (query) => running().odds.nameSelection(query),
    'window.closed': ({ windowId }) => engine?.closeWindow(windowId),
    reconnect: ({ why }) => engine?.reconnect(why),
    catalogue: () => running().catalogue.catalogue(),
    'catalogue.refresh': () => engine?.catalogue.refresh(),
    markets: (query) => running().catalogue.markets(query),
    filters: () => running().odds.filters(),
    'filters.change': (filters) => running().odds.changeFilters(filters),
    parlays: ({ sportsbook }) => running().parlays(sportsbook),
    'plays.follow': ({ windowId, games }) => running().games.follow(windowId, games),
    'plays.followed': () => running().games.followed(),
    'plays.read': ({ game }) => running().playsOf(game),
    'search.names': () => running().odds.names(),
    bets: () => running().ledger.bets(),
    'bets.note': (note) => running().ledger.note(note),
    'bets.change': (change) => running().ledger.change(change),
    'bets.remove': ({ betId }) => running().ledger.remove(betId),
    'bets.restore': ({ betId }) => running().ledger.restore(betId),
    'bets.export': ({ file }) => running().ledger.export(file),
    watchlists: () => running().watchlists.kept.all(),
    'watchlists.save': (watchlist) => running().watchlists.kept.save(watchlist),
    'watchlists.remove': ({ watchlistId }) => running().watchlists.kept.remove(watchlistId),
    'watchlists.order': ({ watchlistIds }) => running().watchlists.kept.order(watchlistIds),
    'watchlists.import': ({ file }) => running().watchlists.import(file),
    'watchlists.export': ({ file }) => running().watchlists.export(file),
    rules: () => running().alerts.rules.views(),
    'rules.save': (change) => running().alerts.rules.save(change),
    'rules.remove': ({ name }) => running().alerts.rules.remove(name),
    'rules.import': ({ file }) => running().alerts.importRules(file),
    'rules.export': ({ file }) => running().alerts.exportRules(file),
    'rules.dryRun': ({ rules }) => running().dryRuns.run(rules),
    'rules.cancelDryRun': () => engine?.dryRuns.cancel(),
    'alerts.read': (query) => running().alerts.read(query),
    'alerts.mark-read': ({ alertIds }) => running().alerts.markRead(alertIds),
    'alerts.export': ({ file }) => running().alerts.exportLog(file),
    'alerts.delivered': ({ alertId, how }) => engine?.alerts.desk.delivered(alertId, how),
    silence: () => running().alerts.desk.silence,
    'silence.change': (silence) => running().alerts.changeSilence(silence),
    'watchlist.courses': ({ watchlistId }) => running().courses(watchlistId),
    'watchlist.open': ({ windowId, watchlistId }) => running().watchlists.open(windowId, watchlistId),
    'stakes.change': ({ plan }) => engine?.alerts.changeStakes(plan),
    'sources.change': ({ groups }) => engine?.alerts.shareSources(groups),
    'retention.change': (limits) => engine?.history.changeRetention(limits),
    'retention.preview': (limits) => running().history.previewRetention(limits),
    'recording.contents': (question) => running().recordings.contents(question),
    'recording.games': (question) => running().recordings.games(question),
    'recording.markets': (question) => running().recordings.markets(question),
    'recording.series': (question) => running().recordings.series(question),
    export: (order) => running().exports.export(order),
    'export.cancel': () => engine?.exports.cancel(),
    diagnostics: () => running().diagnostics(),
    openers: (query) => running().openers(query),
    series: (query) => running().history.series(query),
  };

  function running(): Engine {
    if (engine === undefined) throw new Error('The engine is not running.');
    return engine;
  }

  port.on('message', async (call: EngineCall) => {
    try {
      const handle = handlers[call.name] as (input: unknown) => Answer | undefined | Promise<Answer>;
      const answer = handle(call.input);
      // a wait only where there is one to wait for: batches must not overtake the answer that opens their generation
      const value = answer instanceof Promise ? await answer : answer;
      tell({ kind: 'answer', id: call.id, value: value ?? null });
    } catch (error) {
      tell({ kind: 'failure', id: call.id, message: error instanceof Error ? error.message : String(error) });
    }
  });
}

serve();
