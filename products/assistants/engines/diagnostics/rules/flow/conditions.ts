import { type IfStatement, type Node, nodesOf, type Span, T } from '#products/assistants/engines/bsl';
import { defineRule, type Report } from '../../rule.ts';
import { stepsIn } from './code-steps.ts';
import { tokenKey } from './token-text.ts';

export const ifConditionComplexity = defineRule({
  key: 'IfConditionComplexity',
  type: 'smell',
  severity: 'minor',
  minutes: 5,
  title: { ru: 'Слишком сложное условие', en: 'A condition is too complex' },
  message: {
    ru: 'Вынесите условие в переменную или функцию с говорящим именем',
    en: 'Move the condition to a variable or a function with a telling name',
  },
  defaults: { maxIfConditionComplexity: 3 },
  create: ({ parameters: { maxIfConditionComplexity }, reportTokens }) => ({
    enter: {
      ifBranch({ condition }) {
        const parts = nodesOf(condition, 'binary').filter(
          ({ operator }) => operator === T.And || operator === T.Or,
        ).length;
        if (parts + 1 > maxIfConditionComplexity) reportTokens(condition.first, condition.last);
      },
    },
  }),
});

export const ifElseIfEndsWithElse = defineRule({
  key: 'IfElseIfEndsWithElse',
  type: 'smell',
  severity: 'major',
  minutes: 10,
  title: { ru: 'Цепочка «ИначеЕсли» без «Иначе»', en: 'A chain of ElsIf without Else' },
  message: {
    ru: 'Добавьте ветку «Иначе» для всех остальных случаев',
    en: 'Add the branch Else for all other cases',
  },
  create: ({ reportTokens }) => ({
    enter: {
      if({ branches, otherwise, last }) {
        if (branches.length > 1 && otherwise === undefined) reportTokens(last, last);
      },
    },
  }),
});

interface Piece extends Span {
  readonly key: string;
}

/** Tells of the first of each group of pieces with one key. */
function tellRepeated(
  pieces: readonly Piece[],
  report: (place: Span, report: Partial<Report>) => void,
): void {
  const byKey = new Map<string, Piece[]>();
  for (const piece of pieces) {
    const same = byKey.get(piece.key);
    if (same === undefined) byKey.set(piece.key, [piece]);
    else same.push(piece);
  }
  for (const [first, ...others] of byKey.values()) {
    if (first === undefined || others.length === 0) continue;
    const message = { ru: 'То же самое', en: 'The same' };
    report(first, { related: others.map(({ start, end }) => ({ start, end, message })) });
  }
}

export const ifElseDuplicatedCondition = defineRule({
  key: 'IfElseDuplicatedCondition',
  type: 'smell',
  severity: 'major',
  minutes: 10,
  title: {
    ru: 'Условие повторяется в цепочке «ИначеЕсли»',
    en: 'A condition is repeated in a chain of ElsIf',
  },
  message: {
    ru: 'Уберите ветку с тем же условием: до неё не дойдёт',
    en: 'Remove the branch with the same condition: it is never taken',
  },
  create: ({ tree, report }) => ({
    enter: {
      if({ branches }) {
        const spanOf = ({ first, last }: Node): Span => ({
          start: tree.tokens.start(first),
          end: tree.tokens.end(last),
        });
        tellRepeated(
          branches
            .filter(({ condition }) => condition.kind !== 'missing')
            .map(({ condition }) => ({
              ...spanOf(condition),
              key: tokenKey(tree, condition.first, condition.last),
            })),
          report,
        );
      },
    },
  }),
});

export const ifElseDuplicatedCodeBlock = defineRule({
  key: 'IfElseDuplicatedCodeBlock',
  type: 'smell',
  severity: 'minor',
  minutes: 10,
  title: { ru: 'Ветки «Если» делают одно и то же', en: 'Branches of If do the same' },
  message: {
    ru: 'Объедините ветки с одинаковым кодом',
    en: 'Join the branches that have the same code',
  },
  create: ({ tree, report }) => ({
    enter: {
      if(statement: IfStatement) {
        const bodies = statement.branches.map(({ body }) => body);
        if (statement.otherwise !== undefined) bodies.push(statement.otherwise.body);
        const pieces = bodies.flatMap((body): readonly Piece[] => {
          const steps = stepsIn(tree, body);
          const [first, last] = [steps[0], steps.at(-1)];
          if (first === undefined || last === undefined) return [];
          const lines = steps.flatMap(({ directive, start, end }) => {
            if (directive !== undefined)
              return [tree.source.slice(start, end).toLowerCase().replace(/\s+/g, ' ')];
            const { tokens } = tree;
            return [tokenKey(tree, tokens.at(start), tokens.at(end) - 1)];
          });
          return [{ start: first.start, end: last.end, key: lines.join('\u0002') }];
        });
        tellRepeated(pieces, report);
      },
    },
  }),
});
