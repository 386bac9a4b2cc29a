import { minute } from '#base/time';
import type { Fix, Shape } from '../index.ts';
import { distanceToShape, touches } from './shape.rules.ts';

export interface Crossing {
  readonly kind: 'enter' | 'exit';
  readonly at: Date;
}

/** Metres beyond the border before somebody is out: walking along it must not flap. */
const hysteresis = 15;
/** Metres; a reading less accurate can neither bring somebody in nor draw a way. */
const worstAccuracy = 100;
/** Between readings further apart in time the way is not known to have been straight. */
const longestWay = 5 * minute;

function between(from: Fix, to: Fix): Date {
  return new Date((from.at.getTime() + to.at.getTime()) / 2);
}

function passedThrough(shape: Shape, from: Fix | undefined, to: Fix): boolean {
  return (
    from !== undefined &&
    from.accuracy <= worstAccuracy &&
    to.at.getTime() - from.at.getTime() <= longestWay &&
    touches(shape, from, to)
  );
}

/**
 * The crossings of one fence along readings in order of time. `before` is the reading just before the first, `inside`
 * where it left off. One drifted reading takes nobody out: it is out only when its whole circle of accuracy is.
 */
export function crossingsOf(
  shape: Shape,
  readings: readonly Fix[],
  start: { readonly inside: boolean; readonly before?: Fix | undefined },
): readonly Crossing[] {
  const crossings: Crossing[] = [];
  let { inside, before } = start;
  for (const fix of readings) {
    const distance = distanceToShape(shape, fix);
    if (inside) {
      if (distance - fix.accuracy > hysteresis) {
        crossings.push({ kind: 'exit', at: fix.at });
        inside = false;
      }
    } else if (fix.accuracy <= worstAccuracy) {
      if (distance === 0) {
        crossings.push({ kind: 'enter', at: fix.at });
        inside = true;
      } else if (passedThrough(shape, before, fix)) {
        crossings.push({ kind: 'enter', at: between(before ?? fix, fix) });
        // Just beyond the border counts as inside still, exactly as for somebody who was seen inside.
        inside = distance - fix.accuracy <= hysteresis;
        if (!inside) crossings.push({ kind: 'exit', at: fix.at });
      }
    }
    before = fix;
  }
  return crossings;
}

/**
 * What is news when late readings changed the story: crossings of the new story without a counterpart in the one told
 * before. A crossing that only moved in time is no news, so nobody enters twice without leaving.
 */
export function newsOf(told: readonly Crossing[], now: readonly Crossing[]): readonly Crossing[] {
  const left = [...now];
  for (const crossing of told) {
    const distanceTo = ({ at }: Crossing): number => Math.abs(at.getTime() - crossing.at.getTime());
    const counterpart = left
      .filter(({ kind }) => kind === crossing.kind)
      .toSorted((one, other) => distanceTo(one) - distanceTo(other))[0];
    if (counterpart !== undefined) left.splice(left.indexOf(counterpart), 1);
  }
  return left;
}
