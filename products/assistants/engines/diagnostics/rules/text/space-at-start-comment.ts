import { defineRule } from '../../rule.ts';
import { looksLikeCode } from './code-likeness.ts';
import { listOf } from './java-pattern.ts';
import { commentsOf } from './lexemes.ts';

const sound = /^(?:\/{2,}[ \t].*|\/{2,}[ \t]*)$/u;
const soundStrictly = /^(?:\/\/[ \t].*|\/{2,}[ \t]*)$/u;
const codeThreshold = 0.9;

export const spaceAtStartComment = defineRule({
  key: 'SpaceAtStartComment',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  standards: [456],
  title: { ru: 'Нет пробела в начале комментария', en: 'No space at the start of a comment' },
  message: {
    ru: 'Отделите текст комментария пробелом от «//»',
    en: 'Put a space between "//" and the text of the comment',
  },
  defaults: { commentsAnnotation: '//@,//(c),//©', useStrictValidation: true },
  create: ({ tree, source, parameters, report }) => ({
    finish() {
      const pattern = parameters.useStrictValidation ? soundStrictly : sound;
      const marks = listOf(parameters.commentsAnnotation, ',').map((mark) => mark.trim().toLowerCase());
      for (const comment of commentsOf(tree)) {
        const text = source.slice(comment.start, comment.end);
        if (pattern.test(text) || marks.some((mark) => text.toLowerCase().startsWith(mark))) continue;
        if (looksLikeCode(text, codeThreshold)) continue;
        const at = comment.start + 2;
        report(comment, {
          fix: {
            title: { ru: 'Вставить пробел', en: 'Insert a space' },
            edits: [{ start: at, end: at, text: ' ' }],
          },
        });
      }
    },
  }),
});
