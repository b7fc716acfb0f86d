import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../testing/manual-clock.ts';
import { noticeInterruptions } from './notice-interruptions.ts';

function setUp() {
  const clock = new ManualClock();
  const machine = { addresses: ['192.0.2.7'], sleptMs: 0, knowsSleep: true };
  const told: string[] = [];
  const stop = noticeInterruptions(
    clock,
    {
      addresses: () => machine.addresses,
      uptimeWithSleepMs: () => (machine.knowsSleep ? clock.moment().uptimeMs + machine.sleptMs : null),
      runningMs: () => clock.moment().uptimeMs,
    },
    (why) => told.push(why),
  );
  return { clock, machine, told, stop };
}

describe('noticeInterruptions', () => {
  it('says nothing while nothing happens, however the wall clock is turned', () => {
    const world = setUp();
    world.clock.turnWall(86_400_000);
    world.clock.pass(60_000);
    world.clock.turnWall(-2 * 86_400_000);
    world.clock.pass(60_000);
    expect(world.told).toEqual([]);
  });

  it('finds that the machine slept', () => {
    const world = setUp();
    world.clock.pass(7000);
    world.machine.sleptMs = 3_600_000;
    world.clock.pass(5000);
    world.clock.pass(60_000);
    expect(world.told).toEqual(['The computer slept; connecting again.']);
  });

  it('finds that the network is back, and that it is another one', () => {
    const world = setUp();
    world.machine.addresses = [];
    world.clock.pass(10_000);
    expect(world.told).toEqual([]);
    world.machine.addresses = ['192.0.2.7'];
    world.clock.pass(10_000);
    world.machine.addresses = ['198.51.100.2', '192.0.2.7'];
    world.clock.pass(10_000);
    world.machine.addresses = ['192.0.2.7', '198.51.100.2'];
    world.clock.pass(10_000);
    expect(world.told).toEqual([
      'The network is back; connecting again.',
      'The network changed; connecting again.',
    ]);
  });

  it('leaves sleep to others where the system does not tell it, and stops when told', () => {
    const world = setUp();
    world.machine.knowsSleep = false;
    world.machine.sleptMs = 3_600_000;
    world.clock.pass(20_000);
    expect(world.told).toEqual([]);
    world.stop();
    expect(world.clock.planned).toBe(0);
  });
});
