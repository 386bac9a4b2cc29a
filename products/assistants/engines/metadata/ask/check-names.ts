import type { MetadataGraph } from '../model/graph-types.ts';
import { findName } from './find.ts';

export interface CheckedName {
  readonly name: string;
  readonly known: boolean;
  readonly suggestions: readonly string[];
}

/** Which of the names exist: objects, attributes, values; each with what may have been meant instead. */
export function checkNames(graph: MetadataGraph, names: readonly string[]): readonly CheckedName[] {
  return names.map((name) => {
    const { matches, suggestions } = findName(graph, name);
    return { name, known: matches.length > 0, suggestions };
  });
}
