import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createGroupWriter } from './group-writer.ts';

/** A place that remembers in which groups things came, and refuses groups that hold `bad`. */
function place() {
  const groups: string[][] = [];
  const write = async (items: readonly string[]): Promise<readonly string[]> => {
    await Promise.resolve();
    if (items.includes('bad')) throw new Error(`refused ${items.join(' ')}`);
    groups.push([...items]);
    return items.map((item) => item.toUpperCase());
  };
  return { groups, remember: createGroupWriter({ write, identityOf: (item: string) => item, maxGroup: 3 }) };
}

it('writes what waits together, in order, within the limit, and equal things apart', async () => {
  const { groups, remember } = place();
  const answers = await Promise.all(['a', 'b', 'c', 'd', 'd', 'e', 'f', 'g'].map(remember));
  expect(answers).toEqual(['A', 'B', 'C', 'D', 'D', 'E', 'F', 'G']);
  expect(groups).toEqual([['a'], ['b', 'c', 'd'], ['d', 'e', 'f'], ['g']]);
});

it('lets one bad thing fail alone', async () => {
  const { groups, remember } = place();
  const settled = await Promise.allSettled(['a', 'b', 'bad', 'c'].map(remember));
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
  expect(groups).toEqual([['a'], ['b'], ['c']]);
  expect(await remember('later')).toBe('LATER');
});

it('answers every caller with their own result, whatever comes when', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'bad'), { maxLength: 6 })),
      async (waves) => {
        const { remember } = place();
        for (const wave of waves) {
          const settled = await Promise.allSettled(wave.map(remember));
          settled.forEach((answer, index) => {
            const item = wave[index] ?? '';
            if (item === 'bad') expect(answer.status).toBe('rejected');
            else expect(answer).toEqual({ status: 'fulfilled', value: item.toUpperCase() });
          });
        }
      },
    ),
  );
});
