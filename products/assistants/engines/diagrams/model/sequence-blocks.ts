import type { SequenceStep } from './sequence.ts';

export const blockDepthLimit = 20;

/** The index of the first step that breaks the pairing of blocks; the last index for a block left open. */
export function unbalancedStep(steps: readonly SequenceStep[]): number | undefined {
  const open: string[] = [];
  for (const [index, step] of steps.entries()) {
    if (step.type === 'open') open.push(step.operator);
    const innermost = open.at(-1);
    if (open.length > blockDepthLimit) return index;
    if (step.type === 'next' && innermost !== 'alt' && innermost !== 'par') return index;
    if (step.type === 'close' && open.pop() === undefined) return index;
  }
  return open.length > 0 ? Math.max(0, steps.length - 1) : undefined;
}
