import type { Directive } from './directives.ts';
import type { SyntaxTree } from './parse.ts';
import type { Span } from './tokens.ts';

/** `#Область … #КонецОбласти`; a region that is never closed ends with the module. */
export interface Region extends Span {
  readonly name: string;
  readonly open: Directive;
  readonly close: Directive | undefined;
  readonly parent: Region | undefined;
  readonly children: readonly Region[];
}

interface OpenRegion {
  readonly open: Directive;
  readonly parent: OpenRegion | undefined;
  readonly region: { -readonly [Key in keyof Region]: Region[Key] } & { children: Region[] };
}

/** The regions at the top of a module, others inside them; a close without an open is left out. */
export function regionsOf(tree: SyntaxTree): readonly Region[] {
  const top: Region[] = [];
  let current: OpenRegion | undefined;
  for (const directive of tree.directives) {
    if (directive.kind === 'region') {
      const parent: OpenRegion | undefined = current;
      const region = {
        name: tree.source.slice(directive.argument.start, directive.argument.end),
        start: directive.start,
        end: tree.source.length,
        open: directive,
        close: undefined,
        parent: parent?.region,
        children: [],
      };
      (parent?.region.children ?? top).push(region);
      current = { open: directive, parent, region };
    } else if (directive.kind === 'endRegion' && current !== undefined) {
      current.region.close = directive;
      current.region.end = directive.end;
      current = current.parent;
    }
  }
  return top;
}
