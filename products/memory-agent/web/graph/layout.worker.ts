import type { LayoutAnswer, LayoutRequest } from './layout-messages.ts';
import { createSimulation, type GraphSimulation } from './simulation.ts';

/** A frame's worth of work between two answers. */
const budget = 14;

let simulation: GraphSimulation | null = null;
let generation = 0;
let still = false;
let running = false;

function answer(resting: boolean): void {
  if (simulation === null) return;
  const positions = simulation.positions();
  const message: LayoutAnswer = { generation, positions, resting };
  globalThis.postMessage(message, { transfer: [positions.buffer] });
}

function work(): void {
  if (simulation === null || !running) return;
  const end = performance.now() + budget;
  do simulation.tick();
  while (!simulation.resting() && performance.now() < end);
  const resting = simulation.resting();
  if (resting || !still) answer(resting);
  running = !resting;
  if (running) setTimeout(work, 2);
}

function start(): void {
  if (running) return;
  running = true;
  setTimeout(work, 0);
}

globalThis.addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  switch (data.kind) {
    case 'graph':
      simulation = createSimulation(data);
      generation = data.generation;
      still = data.still;
      break;
    case 'hold':
      simulation?.hold(data.index, data.x, data.y);
      break;
    case 'release':
      simulation?.release(data.index);
      break;
  }
  start();
});
