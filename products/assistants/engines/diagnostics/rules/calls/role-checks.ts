import type { Call, Node } from '#products/assistants/engines/bsl';
import { walk } from '#products/assistants/engines/bsl';
import { isGlobalCall, nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { baseAt, placeOf, wholeOf } from './chains.ts';
import { codeText, formulaOf } from './code-text.ts';

const roleChecks = nameSet('РольДоступна', 'IsInRole');
const privilegeChecks = nameSet('ПривилегированныйРежим', 'PrivilegedMode');

/** What stands in a formula beside a check of a role. */
interface Guards {
  readonly calls: readonly Call[];
  /** A variable that remembers privileged mode is one of its operands. */
  readonly hasPrivilege: boolean;
}

export const isInRoleMethod = defineRule({
  key: 'IsInRoleMethod',
  type: 'smell',
  severity: 'major',
  minutes: 5,
  dialect: 'bsl',
  standards: [737],
  title: {
    ru: 'Проверка роли без привилегированного режима',
    en: 'A role is checked without privileged mode',
  },
  message: {
    ru: 'Проверьте право методом «ПравоДоступа», а роль только вместе с «ПривилегированныйРежим()»',
    en: 'Ask for the right with "AccessRight"; check a role only together with "PrivilegedMode()"',
  },
  create({ tree, reportTokens }) {
    /** Variables with the answer of a check, as they are written. */
    const roles = new Set<string>();
    const privileges = new Set<string>();

    /** Tokens of the longest name among them: longer operands need not be read. */
    let longest = 0;

    function nameOf(node: Node): string {
      const base = baseAt(node);
      if (base === undefined || roles.size + privileges.size === 0) return '';
      const whole = wholeOf(base);
      const isName = whole.last - base.first < longest && placeOf(whole) === 'operand';
      return isName ? codeText(tree, base.first, whole.last) : '';
    }

    const read = new WeakMap<Node, Guards>();

    function guardsOf(formula: Node): Guards {
      const known = read.get(formula);
      if (known !== undefined) return known;
      const calls: Call[] = [];
      let hasPrivilege = false;
      walk(formula, (node) => {
        if (node.kind === 'call' && isGlobalCall(node)) calls.push(node);
        hasPrivilege ||= privileges.has(nameOf(node));
      });
      const guards = { calls, hasPrivilege };
      read.set(formula, guards);
      return guards;
    }

    function isGuarded(node: Node, formula: Node): boolean {
      const { calls, hasPrivilege } = guardsOf(formula);
      const next = calls[firstAfter(calls, node.first)];
      return hasPrivilege || (next !== undefined && privilegeChecks.has(tree.tokens.key(next.first)));
    }

    return {
      enter: {
        assignment({ target }) {
          const name = codeText(tree, target.first, target.last);
          roles.delete(name);
          privileges.delete(name);
        },
        ifBranch({ condition }) {
          if (roles.size === 0) return;
          walk(condition, (node) => {
            if (!roles.has(nameOf(node)) || isGuarded(node, condition)) return;
            reportTokens(node.first, wholeOf(node).last);
          });
        },
        call(call) {
          if (!isGlobalCall(call)) return;
          const key = tree.tokens.key(call.first);
          const isRole = roleChecks.has(key);
          if (!isRole && !privilegeChecks.has(key)) return;
          for (let above = call.parent; above !== undefined; above = above.parent) {
            if (above.kind === 'assignment') {
              const { first, last } = above.target;
              (isRole ? roles : privileges).add(codeText(tree, first, last));
              longest = Math.max(longest, last - first + 1);
              return;
            }
            if (isRole && above.kind === 'if') {
              const whole = wholeOf(call);
              if (placeOf(whole) === 'operand' && !isGuarded(call, formulaOf(whole)))
                reportTokens(call.first, call.last);
              return;
            }
          }
        },
      },
    };
  },
});

/** The first of the calls, in the order of the source, that begins after a token. */
function firstAfter(calls: readonly Call[], token: number): number {
  let [low, high] = [0, calls.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calls[middle]?.first ?? 0) <= token) low = middle + 1;
    else high = middle;
  }
  return low;
}
