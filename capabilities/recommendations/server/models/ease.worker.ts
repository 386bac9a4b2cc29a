import { parentPort, workerData } from 'node:worker_threads';
import { easeWeights, strongest } from './ease.rules.ts';
import type { RatingMatrix } from './rating-matrix.ts';

interface Task {
  readonly matrix: RatingMatrix;
  readonly lambda: number;
  readonly top: number;
}

// A thread of its own: the inversion takes half a minute of pure arithmetic for 5,000 items.
const { matrix, lambda, top }: Task = workerData;
const found = strongest(easeWeights(matrix, lambda), matrix.items, top);
parentPort?.postMessage(found, [found.columns.buffer, found.weights.buffer]);
