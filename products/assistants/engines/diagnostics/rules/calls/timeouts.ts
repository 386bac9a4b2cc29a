import {
  ancestorOf,
  type Expression,
  type NodeOf,
  nodesOf,
  type SyntaxTree,
} from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { baseAt, chainOf } from './chains.ts';
import { firstOperand, lineOf } from './code-text.ts';

const types =
  /^(?:FTPСоединение|FTPConnection|HTTPСоединение|HTTPConnection|WSОпределения|WSDefinitions|WSПрокси|WSProxy)/iu;
const mail = /^(?:ИнтернетПочтовыйПрофиль|InternetMailProfile)/iu;
const timeout = /^(?:Таймаут|Timeout)/iu;
const definitions = /^(?:WSОпределения|WSDefinitions)$/iu;
const ftp = /^(?:FTPСоединение|FTPConnection)$/iu;
const profile = /^(?:ИнтернетПочтовыйПрофиль|InternetMailProfile)$/iu;

export const timeoutsInExternalResources = defineRule({
  key: 'TimeoutsInExternalResources',
  type: 'error',
  severity: 'critical',
  minutes: 5,
  standards: [748],
  title: { ru: 'Внешний ресурс без таймаута', en: 'An outside resource without a timeout' },
  message: {
    ru: 'Задайте таймаут: без него сеанс может ждать ответа бесконечно',
    en: 'Set a timeout: without one a session may wait for an answer for ever',
  },
  defaults: { analyzeInternetMailProfileZeroTimeout: true },
  create({ tree, project, parameters, reportTokens }) {
    const mode = project?.compatibility;
    const isOlder = (version: number): boolean => mode !== undefined && isBefore(mode, [8, 3, version]);
    const found: NodeOf<'new'>[] = [];
    /** Variable of each scope, lower case → the last line its timeout is set on. */
    const set = new Map<string, number>();

    function position(type: string): number {
      if (definitions.test(type)) return isOlder(7) ? 3 : 4;
      if (ftp.test(type)) return isOlder(9) ? 5 : 6;
      return profile.test(type) || !isOlder(7) ? 5 : 4;
    }

    return {
      enter: {
        new(node) {
          const type = node.typeName < 0 ? '' : tree.tokens.text(node.typeName);
          if (types.test(type) || (parameters.analyzeInternetMailProfileZeroTimeout && mail.test(type)))
            found.push(node);
        },
        assignment({ target, value, first, parent }) {
          const name = firstProperty(target);
          if (name < 0 || !timeout.test(tree.tokens.text(name)) || !isNumberOrVariable(value)) return;
          const key = scopedName(tree, first, parent);
          set.set(key, Math.max(set.get(key) ?? -1, lineOf(tree, first)));
        },
      },
      finish() {
        for (const node of found) {
          const value = node.args?.values[position(tree.tokens.text(node.typeName))];
          if (value !== undefined && isNumberOrVariable(value)) continue;
          const statement = enclosingAssignment(node);
          const key = statement === undefined ? '' : scopedName(tree, statement.first, statement.parent);
          if ((set.get(key) ?? -1) <= lineOf(tree, node.first)) reportTokens(node.first, node.last);
        }
      },
    };
  },
});

function isBefore(mode: readonly number[], version: readonly number[]): boolean {
  for (const [index, part] of version.entries()) {
    const own = mode[index] ?? 0;
    if (own !== part) return own < part;
  }
  return false;
}

/** A variable of one method, or of one side of the module's body. */
function scopedName(tree: SyntaxTree, token: number, around: NodeOf<'block'>['parent']): string {
  const method = around === undefined || around.kind === 'method' ? around : ancestorOf(around, 'method');
  const bodyStart = tree.module.items.find(({ kind }) => kind === 'method')?.first ?? 0;
  const scope = method?.first ?? (token < bodyStart ? 'before' : 'after');
  return `${scope} ${tree.tokens.key(token)}`;
}

/** The assignment that is the innermost statement around a node. */
function enclosingAssignment(node: NodeOf<'new'>): NodeOf<'assignment'> | undefined {
  for (let above = node.parent; above !== undefined && above.kind !== 'block'; above = above.parent)
    if (above.kind === 'assignment') return above;
  return undefined;
}

/** The first property of a target, those inside its brackets included; -1 when there is none. */
function firstProperty(target: Expression): number {
  if (target.kind !== 'member' && target.kind !== 'index') return -1;
  const properties = nodesOf(target, 'member')
    .filter((node) => node.name >= 0 && (node.parent?.kind !== 'call' || node.parent.callee !== node))
    .map(({ name }) => name);
  return properties.length === 0 ? -1 : Math.min(...properties);
}

function isNumberOrVariable(value: Expression): boolean {
  const operand = firstOperand(value);
  if (operand.kind === 'number') return true;
  const { base } = chainOf(operand);
  return baseAt(base) !== undefined;
}
