import type { Span } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { hasNamesInARow, looksLikeCode } from './code-likeness.ts';
import { descriptionRangesOf } from './descriptions.ts';
import { L } from './lexeme-kind.ts';
import { lexemesOf } from './lexemes.ts';

/** The text of a comment after its slashes. */
function bare(comment: string): string {
  let at = 0;
  while (comment.startsWith('//', at)) at += 2;
  return comment.slice(at);
}

export const commentedCode = defineRule({
  key: 'CommentedCode',
  type: 'smell',
  severity: 'minor',
  minutes: 1,
  standards: [456],
  title: { ru: 'Закомментированный код', en: 'Code in a comment' },
  message: {
    ru: 'Удалите закомментированный код: прежний текст хранит история версий',
    en: 'Remove the code from the comment: version history keeps the old text',
  },
  defaults: { threshold: 0.9, exclusionPrefixes: '' },
  create: ({ tree, lines, source, parameters, report }) => ({
    finish() {
      const lexemes = lexemesOf(tree);
      const prefixes = parameters.exclusionPrefixes.split(',').flatMap((prefix) => prefix.trim() || []);
      const isCode = ({ start, end }: Span): boolean => {
        const comment = source.slice(start, end);
        const text = bare(comment);
        if (prefixes.some((prefix) => text.startsWith(prefix))) return false;
        return looksLikeCode(comment, parameters.threshold) && !hasNamesInARow(text);
      };
      const descriptions = descriptionRangesOf(tree);
      let described = 0;
      let group: Span[] = [];
      const close = (): void => {
        const [first, last] = [group[0], group.at(-1)];
        if (first === undefined || last === undefined) return;
        while ((descriptions[described]?.end ?? Number.POSITIVE_INFINITY) < first.start) described += 1;
        const description = descriptions[described];
        const isDescription =
          description !== undefined && description.start <= first.start && last.end <= description.end;
        const place = { start: first.start, end: last.end };
        if (!isDescription && group.some(isCode))
          report(place, {
            fix: {
              title: { ru: 'Удалить закомментированный код', en: 'Remove the commented-out code' },
              edits: [{ ...place, text: '' }],
            },
          });
        group = [];
      };
      let isApart = false;
      for (let index = 0; index < lexemes.count; index += 1) {
        const kind = lexemes.kind(index);
        if (kind === L.Space) continue;
        if (kind !== L.Comment) {
          isApart = true;
          continue;
        }
        const comment = { start: lexemes.start(index), end: lexemes.end(index) };
        const last = group.at(-1);
        const isNext =
          last !== undefined && !isApart && lines.lineAt(last.start) + 1 === lines.lineAt(comment.start);
        if (!isNext) close();
        group.push(comment);
        isApart = false;
      }
      close();
    },
  }),
});
