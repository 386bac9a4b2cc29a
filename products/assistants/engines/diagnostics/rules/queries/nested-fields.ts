import type { QueryNode } from '#products/assistants/engines/query';
import { childrenOf } from '#products/assistants/engines/query';
import { isFieldName, rangeOfName } from './columns.ts';
import type { ModuleQuery } from './module-queries.ts';
import { defineQueryRule } from './query-rule.ts';

type Step = { readonly node: QueryNode } | { readonly ofVirtual: boolean };

/**
 * The nodes in the order of the text, each with whether it stands in a parameter of a virtual table. A query nested in
 * a parameter ends that for the rest of the parameter.
 */
function eachNode({ ast }: ModuleQuery, see: (node: QueryNode, ofVirtual: boolean) => void): void {
  const waiting: Step[] = [{ node: ast }];
  let ofVirtual = false;
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if ('ofVirtual' in step) {
      ofVirtual = step.ofVirtual;
      continue;
    }
    const { node } = step;
    if (node.kind === 'select') ofVirtual = false;
    see(node, ofVirtual);
    const steps: Step[] = [];
    for (const child of childrenOf(node)) {
      const isParameter = node.kind === 'virtual-table' && node.name !== null && child.kind !== 'identifier';
      if (isParameter) steps.push({ ofVirtual: true }, { node: child }, { ofVirtual: false });
      else steps.push({ node: child });
    }
    for (const next of steps.reverse()) waiting.push(next);
  }
}

export const queryNestedFieldsByDot = defineQueryRule({
  key: 'QueryNestedFieldsByDot',
  type: 'smell',
  severity: 'major',
  minutes: 10,
  standards: [654],
  title: {
    ru: 'Поле берётся через точку от ссылки: это неявное соединение, сделайте его явным или сократите путь',
    en: 'A field is reached through a reference by a dot, which is a hidden join: make it explicit or shorten the path',
  },
  takesBroken: true,
  check(query, { report }) {
    eachNode(query, (node, ofVirtual) => {
      if (isFieldName(node)) {
        if (node.path.length > (ofVirtual ? 1 : 2)) report(rangeOfName(node));
      } else if (node.kind === 'field-access' && node.path.length > 1) report(node);
    });
  },
});
