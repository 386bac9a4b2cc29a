import { useSeriesColors } from '#platform/web';
import type { MemoryNode } from '../../contract/index.ts';

export type Level = MemoryNode['level'];
export type Kind = MemoryNode['kind'];

export const levelOrder = ['l0', 'l1', 'l2', 'l3'] as const satisfies readonly Level[];

/** The colour of each level in lists, trees and the graph, as hex. */
export function useLevelColors(): Readonly<Record<Level, string>> {
  const [pine = '', clay = '', sea = '', plum = ''] = useSeriesColors();
  return { l0: sea, l1: pine, l2: clay, l3: plum };
}
