import type { Node, SyntaxTree } from '#products/assistants/engines/bsl';
import { walk } from '#products/assistants/engines/bsl';
import { isGlobalCall, nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { baseAt, placeOf, wholeOf } from './chains.ts';
import { codeText, formulaOf } from './code-text.ts';

const roleChecks = nameSet('РольДоступна', 'IsInRole');
const privilegeChecks = nameSet('ПривилегированныйРежим', 'PrivilegedMode');

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

    function isGuarded(node: Node, formula: Node): boolean {
      let isPast = false;
      let isNextSeen = false;
      let guarded = false;
      walk(formula, (below) => {
        if (guarded) return false;
        if (privileges.size > 0 && privileges.has(operandText(tree, below))) guarded = true;
        if (isPast && !isNextSeen && below.kind === 'call' && isGlobalCall(below)) {
          isNextSeen = true;
          guarded ||= privilegeChecks.has(tree.tokens.key(below.first));
        }
        if (below === node) isPast = true;
        return !guarded;
      });
      return guarded;
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
            if (!roles.has(operandText(tree, node)) || isGuarded(node, condition)) return;
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

/** The text of the operand that begins with the node; empty when none does. */
function operandText(tree: SyntaxTree, node: Node): string {
  const base = baseAt(node);
  if (base === undefined) return '';
  const whole = wholeOf(base);
  return placeOf(whole) === 'operand' ? codeText(tree, base.first, whole.last) : '';
}
