import { expect, it } from 'vitest';
import { HeadlessRun } from '../headless-run.ts';
import { RawProvider } from '../raw-provider.ts';

it('filters that bring nothing are answered with the closest names, though a recorder had no catalogue', async () => {
  const asked: string[] = [];
  const provider = new RawProvider({
    connect: (visit) => visit.open().text('{"action":"socket_connected"}'),
    get(request, response) {
      asked.push(request.url?.split('?')[0] ?? '');
      response.end(JSON.stringify({ sports: ['NBA', 'NHL'], sportsbooks: ['draftkings'] }));
    },
  });
  const run = new HeadlessRun(await provider.open(), 'a-key', () => ['--sports', 'NBa,NHL']);
  try {
    await run.until(() => run.stdout.includes('did you mean'));
    const detail =
      'The provider sends nothing for these filters. \u201cNBa\u201d does not exist; did you mean \u201cNBA\u201d?';
    expect(run.lines).toContainEqual({ type: 'status', feed: 'odds', state: 'live', detail });
    expect(new Set(asked).size).toBe(asked.length);
  } finally {
    await run.clear();
    provider.close();
  }
}, 60_000);
