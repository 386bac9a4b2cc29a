import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destination } from '#base/geometry';
import type { CheckInHistory, CheckInRule, Fix } from '../index.ts';
import { judgeCheckIn } from './check-in.rules.ts';

const at = { lat: 59.950_1, lng: 30.316_6 };
const rule: CheckInRule = { at, radius: 30 };
const noon = Date.UTC(2026, 5, 1, 12);

/** A reading some metres from the place, `ago` seconds before noon. Bearings differ so that no two are alike. */
function fix(metres: number, ago: number, more: Partial<Fix> = {}): Fix {
  const accuracy = 8 + (ago % 7) / 10;
  return { ...destination(at, 20 + ago, metres), accuracy, at: new Date(noon - ago * 1_000), ...more };
}
const now: CheckInHistory = { previous: [], receivedAt: new Date(noon) };
const earlier = (previous: CheckInHistory['previous']): CheckInHistory => ({ ...now, previous });
const visit = (reading: Fix, distance = 5) => ({ fix: reading, receivedAt: reading.at, distance });

describe('a check-in', () => {
  it.each<[string, readonly Fix[], Partial<CheckInRule>, string]>([
    ['inside', [fix(20, 2)], {}, 'passed'],
    ['outside, but within the accuracy', [fix(45, 2, { accuracy: 20 })], {}, 'passed'],
    ['outside the forgiven part of the accuracy', [fix(70, 2, { accuracy: 90 })], {}, 'too_far'],
    ['with a smaller cap', [fix(45, 2, { accuracy: 20 })], { accuracyCap: 10 }, 'too_far'],
    ['with a claim of knowing nothing', [fix(10, 2, { accuracy: 10_000 })], {}, 'poor_accuracy'],
    ['that was passed by six minutes ago', [fix(10, 360), fix(300, 100), fix(500, 1)], {}, 'passed'],
    ['that was passed by eleven minutes ago', [fix(10, 660), fix(500, 1)], {}, 'too_far'],
    ['with old readings only', [fix(10, 31)], {}, 'stale'],
    ['with readings far in the future', [fix(10, -1_000)], {}, 'stale'],
    ['strictly, once', [fix(10, 2)], { strict: true }, 'poor_accuracy'],
    ['strictly, twice at once', [fix(10, 4), fix(10, 2)], { strict: true }, 'poor_accuracy'],
    ['strictly, twice', [fix(10, 9), fix(12, 2)], { strict: true }, 'passed'],
    ['by a simulated position', [fix(10, 2, { mock: true })], {}, 'suspicious'],
  ])('%s', (_name, fixes, more, result) => {
    const verdict = judgeCheckIn({ ...rule, ...more }, fixes, now);
    expect(verdict.result).toBe(result);
    expect(verdict.distance).toBeGreaterThanOrEqual(0);
    expect(verdict.accuracy).toBeGreaterThan(0);
  });

  it('replayed from an outbox is judged by the order of the device, not by the clock', () => {
    const hoursAgo = [fix(10, 7_200)];
    expect(judgeCheckIn(rule, hoursAgo, now).result).toBe('stale');
    const offline = { ...now, offline: true };
    expect(judgeCheckIn(rule, hoursAgo, offline)).toMatchObject({ result: 'passed', reasons: [] });
    const backwards = { ...offline, previous: [visit(fix(900, 3_600))] };
    expect(judgeCheckIn(rule, hoursAgo, backwards).reasons).toContain('out_of_order');
  });

  it('says what is still needed', () => {
    expect(judgeCheckIn({ ...rule, strict: true }, [fix(10, 2)], now).reasons).toEqual([
      'second_reading_needed',
    ]);
  });

  it('needs a reading that can be judged', () => {
    const refusal = expect.objectContaining({ kind: 'invalid', code: 'geo.no_reading' });
    const broken = [fix(1, 1, { lat: Number.NaN }), fix(1, 1, { lng: 181 }), fix(1, 1, { accuracy: -1 })];
    for (const fixes of [[], broken, [fix(1, 1, { at: new Date(Number.NaN) })]]) {
      expect(() => judgeCheckIn(rule, fixes, now)).toThrow(refusal);
    }
  });
});

describe('suspicion', () => {
  const away = (metres: number, ago: number): Fix =>
    fix(metres, ago, { lat: fix(metres, ago).lat + 0.000_01 });
  it.each<[string, CheckInHistory, readonly Fix[], number, readonly string[]]>([
    ['walking', earlier([visit(away(600, 600))]), [fix(5, 1)], 0, []],
    ['a bus', earlier([visit(away(2_000, 100))]), [fix(5, 1)], 0.35, ['implausible_speed']],
    ['a rocket', earlier([visit(away(9_000, 60))]), [fix(5, 1)], 0.8, ['impossible_speed']],
    ['a jump', now, [fix(20_000, 60), fix(5, 1)], 0.35, ['jump']],
    ['a gap', now, [fix(90, 400), fix(5, 1)], 0.15, ['track_gap']],
    ['a clock ahead', now, [fix(5, -90)], 0.3, ['clock_skew']],
  ])('of %s', (_name, history, fixes, score, reasons) => {
    expect(judgeCheckIn(rule, fixes, history)).toMatchObject({ spoofScore: score, reasons });
  });

  it('forgives the speed of the vehicle', () => {
    const history = earlier([visit(away(2_000, 100))]);
    expect(judgeCheckIn({ ...rule, plausibleSpeed: 35 }, [fix(5, 1)], history).spoofScore).toBe(0);
  });

  it('grows with positions and distances that repeat', () => {
    const copied = { lat: 59.95, lng: 30.3166, accuracy: 5 };
    const three = [3, 2, 1].map((ago) => fix(0, ago, copied));
    expect(judgeCheckIn(rule, three, now)).toMatchObject({
      result: 'passed',
      reasons: ['repeated_position'],
    });
    const history = earlier([visit(fix(700, 900), 0.2), visit(fix(400, 500), 0.4)]);
    const again = three.map((one) => ({ ...one, ...at }));
    const verdict = judgeCheckIn(rule, again, history);
    expect(verdict.reasons).toEqual(['repeated_position', 'on_the_spot_again']);
    expect(verdict).toMatchObject({ result: 'suspicious', spoofScore: 0.8 });
  });

  it('notices one accuracy for everything', () => {
    const fixed = [50, 40, 30, 20, 10].map((ago) => fix(20 + ago, ago, { accuracy: 10 }));
    expect(judgeCheckIn(rule, fixed, now).reasons).toEqual(['repeated_accuracy']);
  });
});

it('answers any readings with a verdict that keeps its promises', () => {
  const reading = fc.record({
    lat: fc.double({ min: -90, max: 90, noNaN: true }),
    lng: fc.double({ min: -180, max: 180, noNaN: true }),
    accuracy: fc.double({ min: 0, max: 1e6, noNaN: true }),
    at: fc.integer({ min: noon - 1e7, max: noon + 1e7 }).map((time) => new Date(time)),
    mock: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(reading, { minLength: 1, maxLength: 8 }), fc.boolean(), (fixes, offline) => {
      const verdict = judgeCheckIn(rule, fixes, { ...now, offline });
      expect(judgeCheckIn(rule, fixes.toReversed(), { ...now, offline }).result).toBe(verdict.result);
      expect(verdict.spoofScore).toBeGreaterThanOrEqual(0);
      expect(verdict.spoofScore).toBeLessThanOrEqual(1);
      if (verdict.result === 'passed') {
        expect(verdict.distance).toBeLessThanOrEqual(60);
        expect(verdict.accuracy).toBeLessThanOrEqual(100);
        expect(verdict.spoofScore).toBeLessThan(0.7);
      }
    }),
  );
});
