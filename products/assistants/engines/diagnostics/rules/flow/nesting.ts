import type { Node, Span } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { stepsIn } from './code-steps.ts';

export const nestedStatements = defineRule({
  key: 'NestedStatements',
  type: 'smell',
  severity: 'critical',
  minutes: 30,
  title: { ru: 'Слишком глубокая вложенность операторов', en: 'Statements are nested too deep' },
  message: {
    ru: 'Уменьшите вложенность: вынесите код в метод или выходите раньше',
    en: 'Reduce the nesting: move the code to a method or leave earlier',
  },
  defaults: { maxAllowedLevel: 4 },
  create({ tree, parameters: { maxAllowedLevel }, reportTokens }) {
    const open: Node[] = [];
    let innermost: Node | undefined;
    const enter = (node: Node): void => {
      innermost = node;
      open.push(node);
    };
    const leave = (node: Node): void => {
      if (node === innermost && open.length > maxAllowedLevel)
        reportTokens(node.first, node.first, {
          related: open.slice(0, -1).map(({ first }) => ({
            start: tree.tokens.start(first),
            end: tree.tokens.end(first),
            message: { ru: 'Внешний оператор', en: 'The statement around' },
          })),
        });
      open.pop();
    };
    const kinds = { if: leave, while: leave, for: leave, forEach: leave, try: leave };
    return {
      enter: { if: enter, while: enter, for: enter, forEach: enter, try: enter },
      leave: kinds,
    };
  },
});

export const methodSize = defineRule({
  key: 'MethodSize',
  type: 'smell',
  severity: 'major',
  minutes: 30,
  title: { ru: 'Слишком длинный метод', en: 'A method is too long' },
  defaults: { maxMethodSize: 200 },
  create: ({ tree, lines, parameters: { maxMethodSize }, reportTokens }) => ({
    enter: {
      method(node) {
        const steps = stepsIn(tree, node.body);
        const last: Span | undefined = steps.at(-1);
        if (last === undefined || node.name < 0) return;
        const declared = node.variables[0];
        const start = declared === undefined ? (steps[0]?.start ?? 0) : tree.tokens.start(declared.first);
        const end = lastTokenStart(last);
        const size = lines.lineAt(end) - lines.lineAt(start);
        if (size <= maxMethodSize) return;
        const name = tree.tokens.text(node.name);
        reportTokens(node.name, node.name, {
          message: {
            ru: `Строк в методе ${name} — ${size}: разделите его, чтобы было не больше ${maxMethodSize}`,
            en: `The method ${name} has ${size} lines: divide it to have ${maxMethodSize} at most`,
          },
        });
      },
    },
  }),
});

function lastTokenStart({ end }: Span): number {
  return Math.max(0, end - 1);
}
