import { type Arguments, childrenOf, type Node } from '#products/assistants/engines/bsl';
import { calledNameToken } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { javaPattern } from '../text/java-pattern.ts';
import { lineOf } from './token-text.ts';

export const nestedFunctionInParameters = defineRule({
  key: 'NestedFunctionInParameters',
  type: 'smell',
  severity: 'minor',
  minutes: 2,
  standards: [640],
  title: {
    ru: 'Вызовы внутри параметров, разнесённых по строкам',
    en: 'Calls within parameters that take several lines',
  },
  message: {
    ru: 'Сохраните результат вложенного вызова в переменную и передайте её',
    en: 'Keep the result of the nested call in a variable and pass the variable',
  },
  defaults: {
    allowOneliner: true,
    allowedMethodNames: 'НСтр,NStr,ПредопределенноеЗначение,PredefinedValue',
  },
  create({ tree, parameters: { allowOneliner, allowedMethodNames }, reportTokens }) {
    const names = allowedMethodNames.replaceAll(' ', '').replaceAll(',', '|');
    const allowed = javaPattern(`^(?:${names})$`, 'iu');
    const answers = new Map<Node, boolean>();

    function isForbidden(node: Node): boolean {
      if (node.kind === 'new') return node.args !== undefined;
      if (node.kind !== 'call') return false;
      return node.callee.kind === 'member' || !allowed.test(tree.tokens.text(node.callee.first));
    }

    /** Whether a call that should stand apart lies in the node. */
    function holds(node: Node): boolean {
      const known = answers.get(node);
      if (known !== undefined) return known;
      const answer = isForbidden(node) || childrenOf(node).some(holds);
      answers.set(node, answer);
      return answer;
    }

    const takesLines = (args: Arguments): boolean =>
      args.values.some(
        (value) => value !== undefined && lineOf(tree, value.last) > lineOf(tree, value.first),
      );

    function check(first: number, args: Arguments | undefined, place: number): void {
      if (args === undefined || place < 0) return;
      if (lineOf(tree, first) === lineOf(tree, args.last)) return;
      if (holds(args) && (!allowOneliner || takesLines(args))) reportTokens(place, place);
    }

    return {
      enter: {
        call(node) {
          const name = calledNameToken(node);
          check(name, node.args, name);
        },
        new(node) {
          check(node.first, node.args, node.typeName < 0 ? node.first : node.typeName);
        },
      },
    };
  },
});
