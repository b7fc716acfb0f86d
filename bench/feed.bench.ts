import { openObvious, openPipeline, openWay, parseAll, type Way } from './feed-ways.ts';
import { eveningFrames } from './frames.ts';
import { inTurns, isQuick, report, rounded } from './report.ts';

/** From frames to changes, against what the same frames cost to parse. */
const ROUNDS = isQuick() ? 5 : 15;
/** So little is done more often: a collection of garbage in one round must not be what counts. */
const FEW_BYTES = 20_000_000;
const EVENING_FRAMES = isQuick() ? 800 : 3_000;
const { snapshot, news } = eveningFrames(isQuick() ? 12_000 : 40_000);
/** Line updates and game updates of a busy evening, with a snapshot again in between, as after a reconnect. */
const mixed = [...news.slice(0, news.length / 2), ...snapshot, ...news.slice(news.length / 2)];
const large = snapshot.filter((frame) => frame.length > 25_000);

function filled(way: Way): Way {
  way.take(snapshot);
  return way;
}

function row(
  work: string,
  target: number,
  frames: readonly Buffer[],
  ours: () => () => void,
  peer: () => () => void = () => () => parseAll(frames),
  words = 'bare JSON.parse',
): void {
  const bytes = frames.reduce((sum, { length }) => sum + length, 0);
  const { peerMs, oursMs, ratio } = inTurns(bytes < FEW_BYTES ? 3 * ROUNDS : ROUNDS, peer, ours);
  const usOf = (ms: number) => `${rounded((ms * 1000) / frames.length)} us a frame`;
  report({
    work,
    limit: `${frames.length} frames of ${Math.round(bytes / frames.length)} bytes`,
    peer: `${words}: ${usOf(peerMs)}`,
    ours: usOf(oursMs),
    ratio: rounded(ratio),
    target: `>= ${target}`,
    met: ratio >= target,
  });
}

/** A way that goes through the stream once before, as a program that has run for a minute. */
function settled(open: () => Way, frames: readonly Buffer[]): () => () => void {
  const way = filled(open());
  way.take(frames);
  return () => () => way.take(frames);
}

const scanning = () => openWay(true);
row('frames to changes, mixed stream', 2, mixed, settled(scanning, mixed));
row('frames to changes, line and game updates seen for the first time', 2, news, () => {
  const way = filled(openWay(true));
  return () => way.take(news);
});
row('first snapshot, large frames', 3, large, () => {
  const way = openWay(true);
  return () => way.take(large);
});
row('the same snapshot again, as after a reconnect', 3, snapshot, settled(scanning, snapshot));
// before the parser has run: the program as it mostly is
row(
  'the whole pipeline, history and deltas included, mixed stream',
  2,
  mixed,
  settled(() => openPipeline(true), mixed),
);
row(
  'the whole pipeline without history, mixed stream',
  2,
  mixed,
  settled(() => openPipeline(false), mixed),
);
const odd = mixed.map((frame, at) =>
  at % 20 === 0 ? Buffer.from(JSON.stringify(JSON.parse(frame.toString('utf8')), null, 1)) : frame,
);
row(
  'the whole pipeline, one frame in twenty off the common shape',
  1.7,
  odd,
  settled(() => openPipeline(true), odd),
);

row(
  'frames to changes, mixed stream, every frame parsed (scanner off)',
  0.8,
  mixed,
  settled(() => openWay(false), mixed),
);
const obvious = openObvious();
obvious.take(snapshot);
row(
  'the obvious program, mixed stream',
  8,
  mixed,
  settled(scanning, mixed),
  () => () => obvious.take(mixed),
  'JSON.parse, nested objects, a Map of Maps, events',
);

// every evening more has other games, and as many frames: they come in turns, so that each is about another evening's game
const growing = openWay(true);
const evenings: Buffer[][] = [];
let firstMs = 0;
for (const times of [1, 4, 16]) {
  while (evenings.length < times) {
    const evening = eveningFrames(EVENING_FRAMES, 12, 20, evenings.length);
    growing.take(evening.snapshot);
    evenings.push(evening.news.slice(0, EVENING_FRAMES));
  }
  const frames = Array.from({ length: EVENING_FRAMES }, (_, at) => evenings.map((news) => news[at]!)).flat();
  growing.take(frames);
  const { peerMs, oursMs, ratio } = inTurns(
    ROUNDS,
    () => () => parseAll(frames),
    () => () => growing.take(frames),
  );
  if (times === 1) firstMs = oursMs;
  const usOf = (ms: number) => `${rounded((ms * 1000) / frames.length)} us a frame`;
  report({
    work: `cost as the work grows: ${times}x selections and frames`,
    limit: `${growing.board.selections.size} selections, ${frames.length} frames`,
    peer: `bare JSON.parse: ${usOf(peerMs)}`,
    ours: `${usOf(oursMs)}, in all ${rounded(oursMs / firstMs)} times what the first takes`,
    ratio: rounded(ratio),
    target: 'linear: less than twice as much a frame',
    met: oursMs / firstMs < 2 * times,
  });
}
