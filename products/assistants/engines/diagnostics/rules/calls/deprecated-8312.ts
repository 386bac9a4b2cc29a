import type { Node, NodeOf } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import type { Text } from '../../text.ts';
import { atChains, chainOf, placeOf, wholeOf } from './chains.ts';
import {
  outdatedChartMethods,
  outdatedEnumerations,
  outdatedGlobalMethods,
  outdatedProperties,
} from './tables/outdated-charts.ts';

function replace(name: string, replacement: string): Text {
  return {
    ru: `«${name}» устарело с версии 8.3.12: используйте ${replacement}`,
    en: `"${name}" is outdated since 8.3.12: use ${replacement}`,
  };
}

function drop(name: string): Text {
  return {
    ru: `«${name}» с версии 8.3.12 ничего не делает: уберите вызов`,
    en: `"${name}" does nothing since 8.3.12: remove the call`,
  };
}

export const deprecatedAttributes8312 = defineRule({
  key: 'DeprecatedAttributes8312',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  dialect: 'bsl',
  title: { ru: 'Устаревшее в версии 8.3.12', en: 'Outdated in version 8.3.12' },
  create({ tree: { tokens }, reportTokens }) {
    return {
      enter: {
        ...atChains((base, whole) => {
          if (placeOf(whole) !== 'operand') return;
          const replacement = outdatedEnumerations.get(tokens.key(base.first));
          if (replacement === undefined) return;
          reportTokens(base.first, whole.last, { message: replace(tokens.text(base.first), replacement) });
        }),
        member(node) {
          if (node.name < 0 || (node.parent?.kind === 'call' && node.parent.callee === node)) return;
          const key = tokens.key(node.name);
          const outdated = outdatedProperties.find(({ properties }) => properties.has(key));
          if (outdated === undefined || !outdated.owners.has(tokens.key(ownerOf(node)))) return;
          const replacement = outdated.properties.get(key) ?? '';
          reportTokens(node.dot, node.name, { message: replace(tokens.text(node.name), replacement) });
        },
      },
      leave: {
        call(call) {
          const { callee } = call;
          if (callee.kind === 'member' && callee.name >= 0) {
            const replacement = outdatedChartMethods.get(tokens.key(callee.name));
            if (replacement === undefined) return;
            const message = replace(tokens.text(callee.name), replacement);
            reportTokens(callee.name, call.last, { message });
          } else if (callee.kind === 'name' && outdatedGlobalMethods.has(tokens.key(callee.first)))
            reportTokens(call.first, call.last, { message: drop(tokens.text(callee.first)) });
        },
      },
    };
  },
});

/** The token the access begins with; -1 for a call that stands alone and for brackets that nothing is around. */
function ownerOf(member: NodeOf<'member'>): number {
  for (let here: Node | undefined = member; here !== undefined; here = here.parent) {
    if (here.kind !== 'member' && here.kind !== 'index' && here.kind !== 'call') {
      if (here.kind !== 'new' && here.kind !== 'ternary') continue;
    }
    const whole = wholeOf(here);
    const place = placeOf(whole);
    if (place === 'target') return whole.first;
    if (place === 'operand' && isChain(whole)) return whole.first;
    here = whole;
  }
  return -1;
}

function isChain(whole: Node): boolean {
  if (whole.kind === 'new' || whole.kind === 'ternary' || whole.kind === 'name') return true;
  if (whole.kind !== 'member' && whole.kind !== 'index' && whole.kind !== 'call') return false;
  return chainOf(whole).base.kind !== 'parenthesized';
}
