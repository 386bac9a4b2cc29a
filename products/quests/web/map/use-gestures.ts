import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import { type Camera, panned, type Size, type Spot, zoomed } from './camera.rules.ts';

interface GestureOptions {
  readonly area: RefObject<HTMLElement | null>;
  readonly camera: Camera;
  readonly size: Size;
  readonly still: boolean;
  readonly onCamera: (camera: Camera) => void;
  readonly onTap: (spot: Spot) => void;
}

/** A finger trembles; less than this is a tap. */
const tremble = 6;
const step = 80;
const arrows: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: step, y: 0 },
  ArrowRight: { x: -step, y: 0 },
  ArrowUp: { x: 0, y: step },
  ArrowDown: { x: 0, y: -step },
};
const steps: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1, _: -1 };

const middleOf = (spots: readonly Spot[]): Spot => ({
  x: spots.reduce((sum, { x }) => sum + x, 0) / spots.length,
  y: spots.reduce((sum, { y }) => sum + y, 0) / spots.length,
});

const spreadOf = ([one, other]: readonly Spot[]): number =>
  one === undefined || other === undefined ? 0 : Math.hypot(one.x - other.x, one.y - other.y);

/** Drag, pinch, wheel, double tap and keys, turned into cameras; a tap without a drag is told apart. */
export function useGestures(options: GestureOptions) {
  const latest = useRef(options);
  latest.current = options;
  const pointers = useRef(new Map<number, Spot>());
  const travelled = useRef(0);

  const spotOf = (event: { readonly clientX: number; readonly clientY: number }): Spot => {
    const box = latest.current.area.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const turn = (camera: Camera): void => {
    latest.current = { ...latest.current, camera };
    latest.current.onCamera(camera);
  };

  useEffect(() => {
    const area = options.area.current;
    if (area === null || options.still) return;
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { camera, size } = latest.current;
      const box = area.getBoundingClientRect();
      const spot = { x: event.clientX - box.left, y: event.clientY - box.top };
      turn(zoomed(camera, -event.deltaY / 300, spot, size));
    };
    // React's own listener is passive and could not keep the page from scrolling.
    area.addEventListener('wheel', onWheel, { passive: false });
    return () => area.removeEventListener('wheel', onWheel);
  });

  const onPointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (pointers.current.size === 0) travelled.current = 0;
    pointers.current.set(event.pointerId, spotOf(event));
    if (!options.still) event.currentTarget.setPointerCapture?.(event.pointerId);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    if (!pointers.current.has(event.pointerId)) return;
    const before = [...pointers.current.values()];
    pointers.current.set(event.pointerId, spotOf(event));
    const after = [...pointers.current.values()];
    const from = middleOf(before);
    const to = middleOf(after);
    travelled.current += Math.hypot(to.x - from.x, to.y - from.y) + (after.length > 1 ? tremble : 0);
    if (options.still) return;
    const { camera, size } = latest.current;
    const moved = panned(camera, { x: to.x - from.x, y: to.y - from.y });
    const [old, now] = [spreadOf(before), spreadOf(after)];
    turn(old > 0 && now > 0 ? zoomed(moved, Math.log2(now / old), to, size) : moved);
  };
  const onPointerUp = (event: PointerEvent<HTMLElement>): void => {
    const known = pointers.current.delete(event.pointerId);
    if (known && pointers.current.size === 0 && travelled.current < tremble) {
      latest.current.onTap(spotOf(event));
    }
  };
  const onPointerCancel = (event: PointerEvent<HTMLElement>): void => {
    pointers.current.delete(event.pointerId);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (options.still || event.target !== event.currentTarget) return;
    const { camera, size } = latest.current;
    const by = arrows[event.key];
    const zoom = steps[event.key];
    if (by !== undefined) turn(panned(camera, by));
    else if (zoom !== undefined) {
      turn(zoomed(camera, zoom, { x: size.width / 2, y: size.height / 2 }, size));
    } else return;
    event.preventDefault();
  };
  return { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onKeyDown };
}
