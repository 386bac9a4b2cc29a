import { defineRule } from '../../rule.ts';
import { directiveAfter, type Step, stepsOf } from './statements.ts';

export const oneStatementPerLine = defineRule({
  key: 'OneStatementPerLine',
  type: 'smell',
  severity: 'minor',
  minutes: 2,
  standards: [456],
  title: { ru: 'Несколько операторов в одной строке', en: 'Several statements on one line' },
  message: { ru: 'Перенесите оператор на новую строку', en: 'Move the statement to a new line' },
  create: ({ tree, lines, source, report }) => ({
    finish() {
      let line = -1;
      let crowd: Step[] = [];
      const tell = (): void => {
        for (const step of crowd) {
          const [indent = ''] = /^\s*/u.exec(source.slice(lines.start(line), step.start)) ?? [];
          report(step, {
            related: crowd
              .filter((other) => other !== step)
              .map(({ start, end }) => ({
                start,
                end,
                message: { ru: 'В той же строке', en: 'On the same line' },
              })),
            fix: {
              title: { ru: 'Перенести на новую строку', en: 'Move to a new line' },
              edits: [{ start: step.start, end: step.start, text: `\n${indent}` }],
            },
          });
        }
        crowd = [];
      };
      for (const step of stepsOf(tree).values()) {
        const here = lines.lineAt(step.start);
        if (here === line) crowd.push(step);
        else tell();
        if (step.node.kind === 'empty' || step.node.kind === 'error' || step.isHeadOfDirective) crowd = [];
        else line = here;
      }
      tell();
    },
  }),
});

export const semicolonPresence = defineRule({
  key: 'SemicolonPresence',
  type: 'smell',
  severity: 'minor',
  minutes: 1,
  title: { ru: 'Оператор не завершён точкой с запятой', en: 'A statement does not end with a semicolon' },
  message: { ru: 'Поставьте «;» в конце оператора', en: 'Put ";" at the end of the statement' },
  create: ({ tree, report }) => ({
    finish() {
      /** A statement with an error is left out with all that lies in it. */
      let leftOut = -1;
      for (const { start, bareEnd, hasSemicolon, hasError, isHeadOfDirective, node } of stepsOf(
        tree,
      ).values()) {
        if (start < leftOut || hasSemicolon || isHeadOfDirective || node.kind === 'empty') continue;
        if (hasError) {
          leftOut = bareEnd;
          continue;
        }
        const last = lastTokenBefore(bareEnd);
        report(
          { start: last, end: bareEnd },
          {
            fix: {
              title: { ru: 'Поставить точку с запятой', en: 'Add the semicolon' },
              edits: [{ start: bareEnd, end: bareEnd, text: ';' }],
            },
          },
        );
      }
      function lastTokenBefore(end: number): number {
        const token = tree.tokens.at(end) - 1;
        if (token >= 0 && tree.tokens.end(token) === end) return tree.tokens.start(token);
        const word = /[\p{L}\p{N}_]+$/u.exec(
          tree.source.slice(tree.lines.start(tree.lines.lineAt(end)), end),
        );
        return end - (word?.[0].length ?? 1);
      }
    },
  }),
});

export const emptyStatement = defineRule({
  key: 'EmptyStatement',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  title: { ru: 'Пустой оператор', en: 'An empty statement' },
  message: { ru: 'Удалите лишнюю точку с запятой', en: 'Remove the extra semicolon' },
  create: ({ tree, report }) => ({
    finish() {
      let hadError = false;
      for (const step of stepsOf(tree).values()) {
        if (step.node.kind === 'empty' && !hadError && !followsDirective(step.start))
          report(step, {
            fix: {
              title: { ru: 'Удалить точку с запятой', en: 'Remove the semicolon' },
              edits: [{ start: step.start, end: step.end, text: '' }],
            },
          });
        hadError = step.hasError;
      }
      /** Such a `;` ends the preprocessor line as if it were a statement. */
      function followsDirective(offset: number): boolean {
        const before = tree.tokens.at(offset) - 1;
        const from = before < 0 ? 0 : tree.tokens.end(before);
        return before >= 0 && directiveAfter(tree, from) < offset;
      }
    },
  }),
});
