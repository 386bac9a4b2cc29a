import type { Expression, Node, SyntaxTree } from '#products/assistants/engines/bsl';
import { ancestorOf, spanOf, T } from '#products/assistants/engines/bsl';
import { calledNameToken } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { hasSign } from './expressions.ts';
import { javaPattern, listOf } from './java-pattern.ts';
import { seenText } from './lexemes.ts';
import { stepAround } from './statements.ts';

const containers =
  /Структура|Structure|Соответствие|Map|FTPСоединение|FTPConnection|HTTPСоединение|HTTPConnection/iu;
const connections = /FTPСоединение|FTPConnection|HTTPСоединение|HTTPConnection/iu;
const inserting = /Вставить|Insert/iu;
const passwordOfConnection = 3;

/** A text on one line that is neither empty nor a row of asterisks. */
function isSecret(tree: SyntaxTree, token: number): boolean {
  if (tree.tokens.kind(token) !== T.String) return false;
  const text = tree.tokens.text(token).slice(1, -1);
  return text !== '' && !/^\*+$/u.test(text);
}

function clear(text: string): string {
  return text.replace(/[" ]/gu, '');
}

export const usingHardcodeSecretInformation = defineRule({
  key: 'UsingHardcodeSecretInformation',
  type: 'vulnerability',
  severity: 'critical',
  minutes: 15,
  dialect: 'bsl',
  standards: [740],
  title: { ru: 'Пароль в коде', en: 'A password in code' },
  message: {
    ru: 'Уберите пароль из кода: храните его в безопасном хранилище',
    en: 'Take the password out of the code: keep it in safe storage',
  },
  defaults: { searchWords: 'Пароль|Password' },
  create: ({ tree, parameters, report }) => {
    const { tokens } = tree;
    const words = javaPattern(`^(?:${parameters.searchWords})$`, 'i');
    const textOf = (node: Node): string => seenText(tree, spanOf(tree, node));
    const reportAssignment = (node: Node): void => {
      const assignment = ancestorOf(node, 'assignment');
      if (assignment !== undefined) report(spanOf(tree, assignment));
    };
    /** The value is one operand, and its last token is a secret. */
    const isAssignedSecret = (value: Expression): boolean =>
      (value.kind !== 'binary' || hasSign(tree, value)) && isSecret(tree, value.last);
    return {
      enter: {
        assignment(node) {
          const { target, value } = node;
          if (
            words.test(tokens.text(node.first)) &&
            value.first === value.last &&
            isSecret(tree, value.first)
          )
            report(spanOf(tree, node));
          if (!isAssignedSecret(value)) return;
          if (target.kind === 'member' && target.name >= 0 && words.test(clear(tokens.text(target.name))))
            report(spanOf(tree, node));
          if (target.kind !== 'index') return;
          const { index } = target;
          if (index.first === index.last && words.test(clear(tokens.text(index.first))))
            report(spanOf(tree, node));
        },
        call(node) {
          if (node.callee.kind !== 'member') return;
          const name = calledNameToken(node);
          if (name < 0 || !inserting.test(tokens.text(name))) return;
          const [key, value] = node.args.values;
          if (key === undefined || value === undefined || !words.test(clear(textOf(key)))) return;
          if (!isSecret(tree, value.first)) return;
          const step = stepAround(tree, node);
          if (step !== undefined) report(step);
        },
        new(node) {
          if (node.typeName < 0 || node.args === undefined) return;
          const type = tokens.text(node.typeName);
          const { values } = node.args;
          if (!containers.test(type)) return;
          const isSecretAt = (index: number): boolean => {
            const value = values[index];
            return value !== undefined && isSecret(tree, value.first);
          };
          if (connections.test(type)) {
            if (isSecretAt(passwordOfConnection)) reportAssignment(node);
            return;
          }
          const [first] = values;
          const keys = first === undefined ? [] : listOf(textOf(first), ',');
          if (keys.some((key, index) => words.test(clear(key)) && isSecretAt(index + 1)))
            reportAssignment(node);
        },
      },
    };
  },
});
