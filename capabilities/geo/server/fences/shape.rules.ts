import {
  distanceBetween,
  distanceToLine,
  distanceToSegment,
  isInPolygon,
  type Position,
} from '#base/geometry';
import type { Shape } from '../index.ts';

const closed = (ring: readonly Position[]): readonly Position[] =>
  ring[0] === undefined ? ring : [...ring, ring[0]];

/** Metres from a position to the shape; 0 inside. */
export function distanceToShape(shape: Shape, position: Position): number {
  switch (shape.kind) {
    case 'circle':
      return Math.max(0, distanceBetween(shape.centre, position) - shape.radius);
    case 'polygon':
      return isInPolygon(position, shape.ring) ? 0 : distanceToLine(position, closed(shape.ring));
    case 'corridor':
      return Math.max(0, distanceToLine(position, shape.line) - shape.width / 2);
    default: {
      const unknown: never = shape;
      return unknown;
    }
  }
}

interface Flat {
  readonly x: number;
  readonly y: number;
}

const turnOf = (a: Flat, b: Flat, c: Flat): number => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);

/** Whether two ways cross, on a map around the first place; ways of a city are short enough for one. */
function cross(from: Position, to: Position, left: Position, right: Position): boolean {
  const flat = ({ lat, lng }: Position): Flat => {
    const dLng = lng - from.lng;
    return { x: dLng > 180 ? dLng - 360 : dLng < -180 ? dLng + 360 : dLng, y: lat };
  };
  const [a, b, c, d] = [flat(from), flat(to), flat(left), flat(right)];
  return turnOf(a, b, c) * turnOf(a, b, d) < 0 && turnOf(c, d, a) * turnOf(c, d, b) < 0;
}

function edgesOf(line: readonly Position[]): readonly (readonly [Position, Position])[] {
  return line.slice(1).map((to, index) => [line[index] ?? to, to] as const);
}

function wayToLine(from: Position, to: Position, line: readonly Position[]): number {
  if (edgesOf(line).some(([left, right]) => cross(from, to, left, right))) return 0;
  const ends = Math.min(distanceToLine(from, line), distanceToLine(to, line));
  return line.reduce((nearest, corner) => Math.min(nearest, distanceToSegment(corner, from, to)), ends);
}

/** Tells whether the straight way between two positions touches the shape. */
export function touches(shape: Shape, from: Position, to: Position): boolean {
  switch (shape.kind) {
    case 'circle':
      return distanceToSegment(shape.centre, from, to) <= shape.radius;
    case 'polygon':
      return (
        isInPolygon(from, shape.ring) ||
        isInPolygon(to, shape.ring) ||
        edgesOf(closed(shape.ring)).some(([left, right]) => cross(from, to, left, right))
      );
    case 'corridor':
      return wayToLine(from, to, shape.line) <= shape.width / 2;
    default: {
      const unknown: never = shape;
      return unknown;
    }
  }
}

/** Tells whether a position is in the shape, or may be: `accuracy` metres are forgiven. */
export function shapeContains(shape: Shape, position: Position, accuracy = 0): boolean {
  return distanceToShape(shape, position) <= accuracy;
}
