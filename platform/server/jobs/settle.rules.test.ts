import { describe, expect, it } from 'vitest';
import { createSettlement } from './settle.ts';

const nothing = { jobs: [], requested: 0, affected: 0 };

describe('writing down how jobs ended', () => {
  it('shares a statement among the successes of one moment', async () => {
    const statements: unknown[] = [];
    const boss = {
      complete: async (_queue: string, ids: string | string[]) => {
        statements.push(ids);
        return nothing;
      },
      fail: async () => nothing,
    };
    const settlement = createSettlement(boss, 'test.queue', () => undefined);
    await Promise.all([settlement.complete('a'), settlement.complete('b')]);
    await settlement.complete('c');
    expect(statements).toEqual([['a', 'b'], ['c']]);
  });

  it('tries again through a short outage', async () => {
    let calls = 0;
    const faulty = async () => {
      calls += 1;
      if (calls < 3) throw new Error('away');
      return nothing;
    };
    const given: unknown[] = [];
    const settlement = createSettlement({ complete: faulty, fail: faulty }, 'test.queue', (error) =>
      given.push(error),
    );
    await settlement.fail('a', { name: 'Error', message: 'broken' });
    expect(calls).toBe(3);
    expect(given).toEqual([]);
  });
});
