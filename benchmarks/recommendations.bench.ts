import { monitorEventLoopDelay } from 'node:perf_hooks';
import { invertPositiveDefinite } from '../capabilities/recommendations/server/linear/invert.rules.ts';
import { computeEase } from '../capabilities/recommendations/server/models/compute-ease.ts';
import { matrixOf, type RatingMatrix } from '../capabilities/recommendations/server/models/rating-matrix.ts';
import { median, printTable, round } from './figures.ts';
import { createChoices } from './words.ts';

/**
 * EASE as the nightly build computes it, in a thread of its own, for a small and a large collection; and its inversion
 * beside the textbook's Gauss-Jordan elimination on the same matrices, in turn, round after round.
 *
 * Usage: node benchmarks/recommendations.bench.ts [--quick]
 */
const quick = process.argv.includes('--quick');
const sizes = [1_700, 5_000];
const referenceSizes = quick ? [300] : [300, 600, 1_000];
const rounds = quick ? 3 : 5;
const likesEach = 80;

/** What the textbook says, in full: pivots by the diagonal, which is safe for these matrices. */
function gaussJordan(data: Float64Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let row = 0; row < n; row += 1) inverse[row * n + row] = 1;
  for (let pivot = 0; pivot < n; pivot += 1) {
    const scale = 1 / (data[pivot * n + pivot] ?? 1);
    for (let column = 0; column < n; column += 1) {
      data[pivot * n + column] = (data[pivot * n + column] ?? 0) * scale;
      inverse[pivot * n + column] = (inverse[pivot * n + column] ?? 0) * scale;
    }
    for (let row = 0; row < n; row += 1) {
      const factor = data[row * n + pivot] ?? 0;
      if (row === pivot || factor === 0) continue;
      for (let column = 0; column < n; column += 1) {
        data[row * n + column] = (data[row * n + column] ?? 0) - factor * (data[pivot * n + column] ?? 0);
        inverse[row * n + column] =
          (inverse[row * n + column] ?? 0) - factor * (inverse[pivot * n + column] ?? 0);
      }
    }
  }
  return inverse;
}

const choose = createChoices(11);

function people(items: number, count: number): RatingMatrix {
  const rows = Array.from({ length: count }, () => {
    const liked = new Set(
      Array.from({ length: likesEach }, () => Math.floor((choose(1_000_000) / 1_000_000) ** 2 * items)),
    );
    return [...liked].map((item) => [item, 1] as const);
  });
  return matrixOf(rows, items);
}

/** XᵀX + λI of made-up likes, whole. */
function regularised(items: number): Float64Array {
  const { offsets, columns, users } = people(items, items);
  const gram = new Float64Array(items * items);
  for (let item = 0; item < items; item += 1) gram[item * items + item] = 300;
  for (let user = 0; user < users; user += 1) {
    const own = columns.subarray(offsets[user] ?? 0, offsets[user + 1] ?? 0);
    for (const left of own)
      for (const right of own) gram[left * items + right] = (gram[left * items + right] ?? 0) + 1;
  }
  return gram;
}

function time(work: () => void): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

function compare(items: number): Readonly<Record<string, string | number>> {
  const gram = regularised(items);
  const ours: number[] = [];
  const theirs: number[] = [];
  let difference = 0;
  for (let turn = 0; turn <= rounds; turn += 1) {
    const own = gram.slice();
    const other = gram.slice();
    let expected: Float64Array = other;
    const reference = time(() => {
      expected = gaussJordan(other, items);
    });
    const taken = time(() => invertPositiveDefinite(own, items));
    difference = own.reduce((worst, value, at) => Math.max(worst, Math.abs(value - (expected[at] ?? 0))), 0);
    // The first turn compiles.
    if (turn === 0) continue;
    ours.push(taken);
    theirs.push(reference);
  }
  return {
    items,
    'Cholesky ms': round(median(ours)),
    'Gauss-Jordan ms': round(median(theirs)),
    ratio: round(median(theirs.map((value, at) => value / (ours[at] ?? 1)))),
    'greatest difference': difference.toExponential(1),
  };
}

async function build(items: number): Promise<Readonly<Record<string, string | number>>> {
  const matrix = people(items, items * 2);
  const likes = matrix.columns.length;
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const startedAt = performance.now();
  await computeEase(matrix, { lambda: 300, top: 200 });
  const taken = performance.now() - startedAt;
  delay.disable();
  return {
    items,
    likes,
    seconds: round(taken / 1_000),
    'event loop held at most, ms': round(delay.max / 1e6),
  };
}

printTable('Inversion beside the textbook', referenceSizes.map(compare));
const builds: Readonly<Record<string, string | number>>[] = [];
for (const items of sizes) builds.push(await build(items));
printTable('EASE in its thread, from likes to the strongest weights', builds);
