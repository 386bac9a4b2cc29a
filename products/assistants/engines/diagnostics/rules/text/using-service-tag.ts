import { defineRule } from '../../rule.ts';
import { looseLatinPattern } from './java-pattern.ts';
import { commentsOf } from './lexemes.ts';

const tags =
  'todo|fixme|!!|mrg|@|отладка|debug|для\\s*отладки|(\\{\\{|\\}\\})КОНСТРУКТОР_|(\\{\\{|\\}\\})MRG' +
  '|Вставить\\s*содержимое\\s*обработчика|Paste\\s*handler\\s*content|Insert\\s*handler\\s*code' +
  '|Insert\\s*handler\\s*content|Insert\\s*handler\\s*contents';

export const usingServiceTag = defineRule({
  key: 'UsingServiceTag',
  type: 'smell',
  severity: 'info',
  minutes: 0,
  title: { ru: 'Служебная пометка в комментарии', en: 'A service tag in a comment' },
  defaults: { serviceTags: tags },
  create: ({ tree, source, parameters, report }) => ({
    finish() {
      // The blanks are never given back to the tags.
      const pattern = looseLatinPattern(`//(?=(\\s*))\\1(?:${parameters.serviceTags})`, 'm');
      for (const comment of commentsOf(tree)) {
        const found = pattern.exec(source.slice(comment.start, comment.end));
        if (found === null) continue;
        report(comment, {
          message: {
            ru: `Доделайте отмеченное и уберите пометку «${found[0]}»`,
            en: `Finish what is marked and remove the tag "${found[0]}"`,
          },
        });
      }
    },
  }),
});
