import type { Positions } from './graph-model.rules.ts';

/** Screen = graph × k + (x, y), as d3-zoom has it. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly k: number;
}

export const zoomLimits = [0.05, 6] as const;

const clampZoom = (k: number): number => Math.min(zoomLimits[1], Math.max(zoomLimits[0], k));

const closestFit = 2;

/** Room for labels beside the outermost nodes, in pixels; less where there is little. */
const marginOf = (side: number): number => Math.min(80, side * 0.1);

/** The camera that shows all positions inside a margin; never closer than `closestFit`; the middle when there is nothing. */
export function fitCamera(positions: Positions, width: number, height: number): Camera {
  let left = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (let index = 0; index + 1 < positions.length; index += 2) {
    const x = positions[index] ?? Number.NaN;
    const y = positions[index + 1] ?? Number.NaN;
    if (!Number.isFinite(x) || !Number.isFinite(y)) continue;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  if (left > right) return { x: width / 2, y: height / 2, k: 1 };
  const k = clampZoom(
    Math.min(
      closestFit,
      Math.max(1, width - 2 * marginOf(width)) / Math.max(1, right - left),
      Math.max(1, height - 2 * marginOf(height)) / Math.max(1, bottom - top),
    ),
  );
  return { x: width / 2 - (k * (left + right)) / 2, y: height / 2 - (k * (top + bottom)) / 2, k };
}

/** The camera with a point in the middle, at least as close as now and as `closest`. */
export function lookAt(
  camera: Camera,
  x: number,
  y: number,
  width: number,
  height: number,
  closest = 1.2,
): Camera {
  const k = clampZoom(Math.max(camera.k, closest));
  return { x: width / 2 - x * k, y: height / 2 - y * k, k };
}
