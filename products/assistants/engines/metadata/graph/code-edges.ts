import type { ConfigurationInfo, Edge } from '../model/graph-types.ts';
import { moduleTypeOf } from '../model/module-types.ts';
import type { CodeUse } from './code-use.ts';
import type { NameIndex } from './name-index.ts';
import { resolveChain } from './resolve-chain.ts';

/** Owners of modules by path: of the modules read, and by the look of the path for others. */
function moduleOwners(
  index: NameIndex,
  configurations: readonly ConfigurationInfo[],
): (path: string) => string {
  const owners = new Map<string, string>();
  for (const { modules } of [...index.graph.objects, ...configurations])
    for (const module of modules) owners.set(module.path, module.owner);
  return (path) => owners.get(path) ?? (moduleTypeOf(path).owner || path);
}

/** A chain of code is a name of metadata, or `ОбщийМодуль.Метод` with the module's bare name. */
function targetOf(index: NameIndex, names: readonly string[]): string | undefined {
  const { target } = resolveChain(index, names);
  if (target !== undefined) return target.name;
  return index.byKind('CommonModule', names[0] ?? '')?.fullName.en;
}

/** `uses` edges: from the owner of the module to the object or the field named in it. */
export function codeEdges(
  index: NameIndex,
  configurations: readonly ConfigurationInfo[],
  uses: readonly CodeUse[],
): readonly Edge[] {
  if (uses.length === 0) return [];
  const ownerOf = moduleOwners(index, configurations);
  return uses.flatMap((use) => {
    const from = ownerOf(use.from);
    return use.names.flatMap((names) => {
      const to = targetOf(index, names);
      return to === undefined || to === from ? [] : [{ kind: 'uses' as const, from, to, via: use.from }];
    });
  });
}
