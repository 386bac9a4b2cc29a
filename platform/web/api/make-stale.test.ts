import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { makeStale } from './make-stale.ts';

/** A question that is answered when the test says so. */
function questioned() {
  const queries = new QueryClient();
  const asked: ((answer: string) => void)[] = [];
  const observer = new QueryObserver<string>(queries, {
    queryKey: ['things', 1],
    queryFn: () => new Promise<string>((resolve) => asked.push(resolve)),
    retry: false,
  });
  const shown: (string | undefined)[] = [];
  const stop = observer.subscribe(({ data }) => shown.push(data));
  return { queries, observer, asked, shown, stop };
}

describe('making answers stale', () => {
  it('asks anew for a first answer that was on its way before the change', async () => {
    const { queries, observer, asked, shown, stop } = questioned();
    expect(asked).toHaveLength(1);
    const done = makeStale(queries, ['things']);
    await expect.poll(() => asked.length).toBe(2);
    asked[0]?.('before');
    asked[1]?.('after');
    await done;
    expect(observer.getCurrentResult()).toMatchObject({ data: 'after', status: 'success' });
    expect(shown).not.toContain('before');
    stop();
  });

  it('asks again for an answer that is shown, and leaves other keys alone', async () => {
    const { queries, observer, asked, stop } = questioned();
    asked[0]?.('before');
    await expect.poll(() => observer.getCurrentResult().data).toBe('before');
    await makeStale(queries, ['others']);
    expect(asked).toHaveLength(1);
    const done = makeStale(queries);
    await expect.poll(() => asked.length).toBe(2);
    asked[1]?.('after');
    await done;
    expect(observer.getCurrentResult().data).toBe('after');
    stop();
  });
});
