import { drawLabels } from './draw-labels.ts';
import { radiusOf } from './graph-model.rules.ts';
import type { Scene } from './scene.ts';

const tau = Math.PI * 2;

function drawEdges(context: CanvasRenderingContext2D, scene: Scene, focus: number | null): void {
  const { model, positions, camera, inks } = scene;
  const { ends } = model;
  const near = new Path2D();
  context.beginPath();
  for (let index = 0; index < ends.length; index += 2) {
    const from = ends[index] ?? 0;
    const to = ends[index + 1] ?? 0;
    const target = focus !== null && (from === focus || to === focus) ? near : context;
    target.moveTo(positions[from * 2] ?? 0, positions[from * 2 + 1] ?? 0);
    target.lineTo(positions[to * 2] ?? 0, positions[to * 2 + 1] ?? 0);
  }
  context.globalAlpha = focus === null ? 0.3 : 0.12;
  context.strokeStyle = inks.line;
  context.lineWidth = 0.9 / Math.max(0.5, camera.k);
  context.stroke();
  if (focus === null) return;
  context.globalAlpha = 0.9;
  context.strokeStyle = inks.accent;
  context.lineWidth = 1.5 / camera.k;
  context.stroke(near);
}

function drawNodes(context: CanvasRenderingContext2D, scene: Scene, focus: number | null): void {
  const { model, positions, camera, inks, width, height } = scene;
  const near = focus === null ? null : model.neighbours[focus];
  const left = -camera.x / camera.k - 20;
  const top = -camera.y / camera.k - 20;
  const right = (width - camera.x) / camera.k + 20;
  const bottom = (height - camera.y) / camera.k + 20;
  const paths = new Map<string, Path2D>();
  model.nodes.forEach((node, index) => {
    const x = positions[index * 2] ?? Number.NaN;
    const y = positions[index * 2 + 1] ?? Number.NaN;
    if (!(x > left && x < right && y > top && y < bottom)) return;
    const bright = near === null || index === focus || near?.has(index) === true;
    const key = `${node.level}${bright ? '' : '-'}`;
    const path = paths.get(key) ?? new Path2D();
    paths.set(key, path);
    const radius = radiusOf(node);
    path.moveTo(x + radius, y);
    path.arc(x, y, radius, 0, tau);
  });
  for (const level of ['l0', 'l1', 'l2', 'l3'] as const) {
    for (const [key, alpha] of [[`${level}-`, 0.35] as const, [level, 1] as const]) {
      const path = paths.get(key);
      if (path === undefined) continue;
      context.globalAlpha = alpha;
      context.fillStyle = inks.levels[level];
      context.fill(path);
      context.lineWidth = 1.2 / Math.max(0.6, camera.k);
      context.strokeStyle = inks.paper;
      context.stroke(path);
    }
  }
}

function drawRing(
  context: CanvasRenderingContext2D,
  scene: Scene,
  index: number,
  color: string,
  gap: number,
): void {
  const node = scene.model.nodes[index];
  if (node === undefined) return;
  context.globalAlpha = 1;
  context.strokeStyle = color;
  context.lineWidth = 2.5 / scene.camera.k;
  context.beginPath();
  context.arc(
    scene.positions[index * 2] ?? 0,
    scene.positions[index * 2 + 1] ?? 0,
    radiusOf(node) + gap / scene.camera.k,
    0,
    tau,
  );
  context.stroke();
}

/** Draws the whole scene; a few paths whatever the number of nodes. */
export function drawScene(context: CanvasRenderingContext2D, scene: Scene): void {
  const { camera, ratio, width, height, selected, hovered, inks } = scene;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  context.setTransform(ratio * camera.k, 0, 0, ratio * camera.k, ratio * camera.x, ratio * camera.y);
  const focus = hovered ?? selected;
  drawEdges(context, scene, focus);
  drawNodes(context, scene, focus);
  if (hovered !== null && hovered !== selected) drawRing(context, scene, hovered, inks.text, 3);
  if (selected !== null) {
    drawRing(context, scene, selected, inks.paper, 2);
    drawRing(context, scene, selected, inks.accent, 4.5);
  }
  drawLabels(context, scene, focus);
  context.globalAlpha = 1;
}
