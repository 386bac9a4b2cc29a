import type { Node } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { type Occurrence, variableUseOf } from './variable-use.ts';

export const unusedLocalVariable = defineRule({
  key: 'UnusedLocalVariable',
  type: 'smell',
  severity: 'major',
  minutes: 1,
  moduleTypes: [
    'CommandModule',
    'CommonModule',
    'ManagerModule',
    'ValueManagerModule',
    'SessionModule',
    'UNKNOWN',
  ],
  title: { ru: 'Локальная переменная не используется', en: 'A local variable is not used' },
  create: ({ tree, reportTokens }) => ({
    finish() {
      const use = variableUseOf(tree);
      for (const variable of use.variables) {
        if (variable.kind === 'parameter' || variable.isExport) continue;
        if (use.occurrencesOf(variable).some(({ isWrite }) => !isWrite)) continue;
        const name = tree.tokens.text(variable.name);
        reportTokens(variable.name, variable.name, {
          message: {
            ru: `Удалите неиспользуемую переменную ${name}`,
            en: `Remove the unused variable ${name}`,
          },
        });
      }
    },
  }),
});

/** Whether the value of the variable is handed over as it is: `А`, `-А` or an argument, not `А.Б` or `А + 1`. */
function standsAlone(node: Node | undefined): boolean {
  if (node?.parent === undefined) return false;
  const above = node.parent.kind === 'unary' && node.parent.operand === node ? node.parent : node;
  switch (above.parent?.kind) {
    case 'binary':
    case 'member':
    case 'await':
    case 'unary':
      return false;
    case 'index':
      return above.parent.index === above;
    default:
      return true;
  }
}

function assignmentAt({ node }: Occurrence): Node | undefined {
  const above = node?.parent;
  return above?.kind === 'assignment' && above.target === node ? above : undefined;
}

/** The write that loses the value a parameter came with. */
function overwriting(occurrences: readonly Occurrence[]): Occurrence | undefined {
  for (let index = 0; ; index += 2) {
    const [write, next] = [occurrences[index], occurrences[index + 1]];
    if (write === undefined || !write.isWrite) return undefined;
    if (next === undefined) return write;
    const assignment = assignmentAt(write);
    if (assignment === undefined || next.token > assignment.last) return write;
    if (!standsAlone(next.node)) return undefined;
  }
}

export const rewriteMethodParameter = defineRule({
  key: 'RewriteMethodParameter',
  type: 'smell',
  severity: 'major',
  minutes: 2,
  title: { ru: 'Значение параметра затирается', en: 'The value of a parameter is overwritten' },
  create: ({ tree, reportTokens }) => ({
    finish() {
      const use = variableUseOf(tree);
      for (const variable of use.variables) {
        if (variable.kind !== 'parameter' || !variable.isByValue) continue;
        const found = overwriting(use.occurrencesOf(variable));
        if (found === undefined) continue;
        const name = tree.tokens.text(variable.name);
        reportTokens(found.token, found.token, {
          message: {
            ru: `Параметр ${name} затирается до использования: уберите его или заведите другую переменную`,
            en: `The parameter ${name} is overwritten before use: remove it or take another variable`,
          },
          related: [
            {
              start: tree.tokens.start(variable.name),
              end: tree.tokens.end(variable.name),
              message: { ru: 'Параметр', en: 'The parameter' },
            },
          ],
        });
      }
    },
  }),
});

export const commonModuleAssign = defineRule({
  key: 'CommonModuleAssign',
  type: 'error',
  severity: 'blocker',
  minutes: 2,
  title: { ru: 'Переменная названа как общий модуль', en: 'A variable has the name of a common module' },
  create: ({ tree, project, reportTokens }) => ({
    finish() {
      if (project === undefined) return;
      for (const { kind, name, isCounter } of variableUseOf(tree).variables) {
        const text = tree.tokens.text(name);
        if (kind !== 'dynamic' || isCounter || project.commonModule(text) === undefined) continue;
        reportTokens(name, name, {
          message: {
            ru: `Переименуйте переменную: ${text} — имя общего модуля`,
            en: `Rename the variable: ${text} is the name of a common module`,
          },
        });
      }
    },
  }),
});
