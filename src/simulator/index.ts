export type { SimulatorOptions } from './options.ts';
export type { FrameFaults } from './server/faults/faults.ts';
export type { Filters } from './server/sessions/subscription.ts';
export type { SimulatorStats } from './server/stats.ts';
export { type Simulator, startSimulator } from './simulator.ts';
export type { BoardRecord } from './wire/board.ts';
export type { OddsMessage, PlayMessage, WorldMessage } from './world/messages.ts';
export { World, type WorldOptions } from './world/world.ts';
