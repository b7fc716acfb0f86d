import { deserialize, serialize } from 'node:v8';
import { inTurns, isQuick, report, rounded } from './report.ts';

/** What a change costs on its way between threads (structured clone there and back), in batches of 500. */
const BATCHES = isQuick() ? 400 : 2_000;
const PER_BATCH = 500;

const objects = Array.from({ length: PER_BATCH }, (_, at) => ({
  sportsbook: 'draftkings',
  game: 'Utah Jazz vs Minnesota Timberwolves, 2026-01-18, 09, bc4868ef70c0',
  outcome: `Utah Jazz ${at / 2} Spread`,
  american: -110 - at,
  line: at / 2,
  previousAmerican: -105,
  changedAtMs: 1_768_760_000_000 + at,
  epoch: 3,
  state: 1,
}));
const columns = {
  cell: Uint32Array.from({ length: PER_BATCH }, (_, at) => at),
  american: new Int32Array(PER_BATCH).fill(-110),
  line: new Float64Array(PER_BATCH).fill(4.5),
  previousAmerican: new Int32Array(PER_BATCH).fill(-105),
  changedAtMs: new Float64Array(PER_BATCH).fill(1_768_760_000_000),
  epoch: new Uint32Array(PER_BATCH).fill(3),
  state: new Uint8Array(PER_BATCH).fill(1),
};

const cloned = (batch: unknown) => () => () => {
  for (let n = 0; n < BATCHES; n += 1) deserialize(serialize(batch));
};
const { peerMs, oursMs, ratio } = inTurns(isQuick() ? 3 : 7, cloned(objects), cloned(columns));
const nsOf = (ms: number) => Math.round((ms * 1e6) / BATCHES / PER_BATCH);
report({
  work: 'a change over the bridge, batches of 500 (structured clone, both ends)',
  limit: '64 ns',
  peer: `arrays of objects: ${nsOf(peerMs)} ns`,
  ours: `columns: ${nsOf(oursMs)} ns`,
  ratio: rounded(ratio, 1),
  target: '>= 40',
  met: ratio >= 40,
});
