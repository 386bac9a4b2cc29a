import { radiusOf } from './graph-model.rules.ts';
import { type LabelBox, labelOrder, shortLabel, takesFreePlace } from './labels.rules.ts';
import type { Scene } from './scene.ts';

const mostLabels = 70;
const lineHeight = 15;

/** Names of nodes, the weightiest first, as long as there is room: no label lies over another. */
export function drawLabels(context: CanvasRenderingContext2D, scene: Scene, focus: number | null): void {
  const { model, positions, camera, ratio, width, height, inks, font } = scene;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.font = `500 12px ${font}`;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  context.lineWidth = 3;
  context.strokeStyle = inks.paper;
  context.fillStyle = inks.text;
  const taken: LabelBox[] = [];
  for (const index of labelOrder(model, focus, camera.k)) {
    if (taken.length >= mostLabels) break;
    const node = model.nodes[index];
    if (node === undefined) continue;
    const x = (positions[index * 2] ?? Number.NaN) * camera.k + camera.x;
    const y = ((positions[index * 2 + 1] ?? Number.NaN) + radiusOf(node)) * camera.k + camera.y + 3;
    if (!(x > -40 && x < width + 40 && y > -20 && y < height)) continue;
    const text = shortLabel(node.label);
    const half = text.length * 3.4 + 4;
    const box = { left: x - half, right: x + half, top: y - 1, bottom: y + lineHeight };
    if (!takesFreePlace(taken, box)) continue;
    context.globalAlpha = 0.85;
    context.strokeText(text, x, y);
    context.globalAlpha = 1;
    context.fillText(text, x, y);
  }
}
