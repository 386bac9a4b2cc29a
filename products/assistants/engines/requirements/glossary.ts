import { synonymGroups } from './glossary/tables.ts';
import type { Requirement } from './requirement.ts';
import { stemOf, tokensOf } from './words.ts';

/** One thing called by several names in one set of requirements. */
export interface TermVariants {
  readonly preferred: string;
  readonly used: readonly { readonly term: string; readonly ids: readonly string[] }[];
}

/** Terms of the groups that stand side by side in the set: a reader would take them for different things. */
export function termVariants(
  requirements: readonly Requirement[],
  own: readonly (readonly string[])[],
): readonly TermVariants[] {
  const groups = [...own, ...synonymGroups];
  const byStem = new Map<string, [number, string][]>();
  groups.forEach((group, index) => {
    for (const term of group) {
      const stem = stemOf(term.toLowerCase());
      byStem.set(stem, [...(byStem.get(stem) ?? []), [index, term]]);
    }
  });
  const used = groups.map(() => new Map<string, string[]>());
  for (const one of requirements)
    for (const token of tokensOf(one.text))
      for (const [group, term] of byStem.get(token.stem) ?? []) {
        const ids = used[group]?.get(term) ?? [];
        if (ids.at(-1) !== one.id) ids.push(one.id);
        used[group]?.set(term, ids);
      }
  return groups.flatMap((group, index) => {
    const terms = [...(used[index] ?? new Map<string, string[]>())].map(([term, ids]) => ({ term, ids }));
    return terms.length < 2
      ? []
      : [
          {
            preferred: group[0] ?? '',
            used: terms.sort((a, b) => b.ids.length - a.ids.length || (a.term < b.term ? -1 : 1)),
          },
        ];
  });
}
