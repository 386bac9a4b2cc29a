import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextBatch, settle, withCorrections } from './outbox.rules.ts';
import { entryOf, moveOf, outcomeOf } from './walk.fixture.ts';

const entry = (seq: number, offline: boolean) =>
  entryOf(moveOf({ kind: 'skip', point_id: 'p' }), { seq, offline, told: 'done' });

describe('what waits for the network', () => {
  it('goes out completely, each move once, in the order it was made', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 260 }), fc.nat(), (kinds, turn) => {
        const made = kinds.map((offline, seq) => entry(seq, offline));
        const at = made.length === 0 ? 0 : turn % made.length;
        let left = [...made.slice(at), ...made.slice(0, at)];
        const sent: number[] = [];
        while (left.length > 0) {
          const batch = nextBatch(left);
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(100);
          expect(new Set(batch.map(({ offline }) => offline)).size).toBe(1);
          sent.push(...batch.map(({ seq }) => seq));
          const answered = settle(
            batch,
            batch.map(({ move }) => outcomeOf(move)),
          );
          expect(answered.left).toEqual([]);
          left = left.filter((one) => !batch.includes(one));
        }
        expect(sent).toEqual(made.map(({ seq }) => seq));
      }),
    );
  });

  it('stays when the server did not answer it', () => {
    const [one, two] = [entry(1, true), entry(2, true)];
    expect(settle([one, two], [outcomeOf(one.move)]).left).toEqual([two]);
  });
});

describe('what the server decided otherwise', () => {
  it.each([
    ['done', 'done', 0],
    ['done', 'refused', 1],
    ['done', 'wrong', 1],
    ['wrong', 'wrong', 0],
    ['refused', 'refused', 0],
    ['refused', 'done', 1],
    ['unknown', 'done', 0],
    ['unknown', 'wrong', 1],
    ['done', 'pending', 0],
  ] as const)('told %s, was %s', (told, outcome, count) => {
    const offline = entryOf(moveOf({ kind: 'skip', point_id: 'p' }), { told });
    expect(settle([offline], [outcomeOf(offline.move, { outcome })]).corrections).toHaveLength(count);
    const online = { ...offline, offline: false, told: null };
    expect(settle([online], [outcomeOf(offline.move, { outcome })]).corrections).toEqual([]);
  });

  it('is told once, however often it is heard', () => {
    const offline = entryOf(moveOf({ kind: 'skip', point_id: 'p' }), { told: 'done' });
    const { corrections } = settle([offline], [outcomeOf(offline.move, { outcome: 'refused' })]);
    expect(withCorrections(corrections, corrections)).toEqual(corrections);
  });
});
