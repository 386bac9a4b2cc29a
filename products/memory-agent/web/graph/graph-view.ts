import { drag } from 'd3-drag';
import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { type Camera, fitCamera, lookAt, zoomLimits } from './camera.rules.ts';
import { drawScene } from './draw.ts';
import { type GraphModel, type HitIndex, hitIndex, mergeParts, nodeAt } from './graph-model.rules.ts';
import { createLayoutClient } from './layout-client.ts';
import type { Inks } from './scene.ts';

export interface GraphViewPorts {
  readonly canvas: HTMLCanvasElement;
  readonly reducedMotion: boolean;
  readonly inks: () => Inks;
  /** How much of the foot of the canvas is covered, in pixels. */
  readonly coveredBelow: () => number;
  readonly onHover: (id: string | null, x: number, y: number) => void;
  readonly onSelect: (id: string | null) => void;
  readonly onExpand: (id: string) => void;
}

/** The drawn graph: arranges, draws when something changed, and tells what the pointer does. */
export interface GraphView {
  show(model: GraphModel): void;
  select(id: string | null, center: boolean): void;
  fit(): void;
  zoomBy(factor: number): void;
  repaint(): void;
  close(): void;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Grip extends Spot {
  readonly node: number;
}

const touchReach = 12;
const mouseReach = 4;
const fitting = 1_800;
/** Up to so many nodes everything fits on the screen around the one in the middle. */
const fewNodes = 80;

export function createGraphView(ports: GraphViewPorts): GraphView {
  const { canvas, reducedMotion } = ports;
  const context = canvas.getContext('2d');
  const surface = select(canvas);
  let model = mergeParts([]);
  let camera: Camera = { x: 0, y: 0, k: 1 };
  let size = { width: 0, height: 0 };
  let selected: string | null = null;
  let hovered: number | null = null;
  let index: HitIndex | null = null;
  let frame = 0;
  /** Until the reader moves the camera, it follows the growing graph for a while. */
  let followUntil = 0;
  let centerOn: string | null = null;

  const indexOf = (id: string | null): number | null =>
    id === null ? null : (model.indexOf.get(id) ?? null);

  const paint = (): void => {
    frame = 0;
    if (context === null || size.width === 0) return;
    drawScene(context, {
      model,
      positions: layout.positions(),
      camera,
      ...size,
      ratio: devicePixelRatio,
      selected: indexOf(selected),
      hovered,
      inks: ports.inks(),
      font: getComputedStyle(canvas).fontFamily,
    });
  };
  const repaint = (): void => {
    if (frame === 0) frame = requestAnimationFrame(paint);
  };

  const apply = (next: Camera): void => {
    surface.call(behaviour.transform, zoomIdentity.translate(next.x, next.y).scale(next.k));
  };
  const openHeight = (): number => Math.max(size.height / 3, size.height - ports.coveredBelow());
  const follow = (): void => {
    const at = indexOf(centerOn);
    if (at === null || model.nodes.length <= fewNodes) {
      apply(fitCamera(layout.positions(), size.width, openHeight()));
      return;
    }
    const positions = layout.positions();
    apply(lookAt(camera, positions[at * 2] ?? 0, positions[at * 2 + 1] ?? 0, size.width, openHeight()));
  };

  const layout = createLayoutClient((resting) => {
    index = null;
    if (performance.now() < followUntil || (resting && followUntil > 0)) follow();
    if (resting) followUntil = 0;
    repaint();
  });

  const behaviour = zoom<HTMLCanvasElement, unknown>()
    .scaleExtent([zoomLimits[0], zoomLimits[1]])
    .clickDistance(4)
    .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLCanvasElement, unknown>) => {
      const { x, y, k }: ZoomTransform = transform;
      camera = { x, y, k };
      if (sourceEvent !== null) followUntil = 0;
      repaint();
    });

  const hit = (x: number, y: number, reach: number): number | null => {
    index ??= hitIndex(layout.positions());
    return nodeAt(
      index,
      layout.positions(),
      model.nodes,
      (x - camera.x) / camera.k,
      (y - camera.y) / camera.k,
      reach / camera.k,
    );
  };
  const at = (event: MouseEvent, reach: number): number | null => hit(event.offsetX, event.offsetY, reach);

  const dragging = drag<HTMLCanvasElement, unknown, Grip | undefined>()
    .clickDistance(4)
    .subject(({ x, y }: Spot) => {
      const node = hit(x, y, mouseReach + 2);
      return node === null ? undefined : { node, x, y };
    })
    .on('drag', ({ x, y, subject }: Spot & { readonly subject: Grip }) => {
      followUntil = 0;
      layout.hold(subject.node, (x - camera.x) / camera.k, (y - camera.y) / camera.k);
    })
    .on('end', ({ subject }: { readonly subject: Grip }) => layout.release(subject.node));

  const hover = (next: number | null, event: MouseEvent): void => {
    canvas.style.cursor = next === null ? 'grab' : 'pointer';
    if (next === hovered) return;
    hovered = next;
    ports.onHover(next === null ? null : (model.nodes[next]?.id ?? null), event.offsetX, event.offsetY);
    repaint();
  };

  surface
    .call(dragging)
    .call(behaviour)
    .on('dblclick.zoom', null)
    .on('pointermove.hover', (event: PointerEvent) => {
      if (event.pointerType === 'mouse') hover(event.buttons === 0 ? at(event, mouseReach) : null, event);
    })
    .on('pointerleave.hover', (event: PointerEvent) => hover(null, event))
    .on('click.select', (event: PointerEvent) => {
      const node = at(event, event.pointerType === 'touch' ? touchReach : mouseReach);
      ports.onSelect(node === null ? null : (model.nodes[node]?.id ?? null));
    })
    .on('dblclick.expand', (event: MouseEvent) => {
      const node = at(event, mouseReach);
      const id = node === null ? undefined : model.nodes[node]?.id;
      if (id !== undefined) ports.onExpand(id);
    });

  const resized = new ResizeObserver(() => {
    const first = size.width === 0;
    size = { width: canvas.clientWidth, height: canvas.clientHeight };
    canvas.width = Math.round(size.width * devicePixelRatio);
    canvas.height = Math.round(size.height * devicePixelRatio);
    if (first) follow();
    if (frame !== 0) cancelAnimationFrame(frame);
    paint();
  });
  resized.observe(canvas);

  return {
    show(next) {
      const first = model.nodes.length === 0;
      model = next;
      hovered = null;
      index = null;
      if (first) followUntil = performance.now() + fitting;
      layout.arrange(next, reducedMotion);
      repaint();
    },
    select(id, center) {
      selected = id;
      const node = indexOf(id);
      const positions = layout.positions();
      const x = node === null ? Number.NaN : (positions[node * 2] ?? Number.NaN);
      const y = node === null ? Number.NaN : (positions[node * 2 + 1] ?? Number.NaN);
      if (center && node !== null) {
        if (followUntil > 0) centerOn = id;
        if (Number.isFinite(x) && Number.isFinite(y)) apply(lookAt(camera, x, y, size.width, openHeight()));
      }
      repaint();
    },
    fit() {
      centerOn = null;
      apply(fitCamera(layout.positions(), size.width, openHeight()));
    },
    zoomBy: (factor) => void surface.call(behaviour.scaleBy, factor),
    repaint,
    close() {
      resized.disconnect();
      surface.on('.zoom', null).on('.drag', null).on('.hover', null).on('.select', null).on('.expand', null);
      if (frame !== 0) cancelAnimationFrame(frame);
      layout.close();
    },
  };
}
