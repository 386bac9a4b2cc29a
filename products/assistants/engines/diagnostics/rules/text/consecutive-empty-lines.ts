import { defineRule } from '../../rule.ts';
import { L } from './lexeme-kind.ts';
import { lexemesOf } from './lexemes.ts';

export const consecutiveEmptyLines = defineRule({
  key: 'ConsecutiveEmptyLines',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  title: { ru: 'Лишние пустые строки подряд', en: 'Too many empty lines in a row' },
  defaults: { allowedEmptyLinesCount: 1 },
  create: ({ tree, lines, parameters, report }) => ({
    finish() {
      const lexemes = lexemesOf(tree);
      const last = lines.count;
      /** Number of the last line with text, counted from one. */
      let filled = 0;
      const upTo = (line: number): void => {
        if (line - filled <= parameters.allowedEmptyLinesCount) return;
        const place = { start: lines.start(filled), end: lines.start(line - 1) };
        // A place that is nothing at the very beginning is no place.
        if (place.end === 0) return;
        const isTail = line === last;
        const end = isTail ? place.end : lines.start(line);
        report(place, {
          fix: {
            title: { ru: 'Убрать лишние строки', en: 'Remove the extra lines' },
            edits: [
              { start: place.start, end, text: isTail ? '' : '\n'.repeat(parameters.allowedEmptyLinesCount) },
            ],
          },
        });
      };
      for (let index = 0; index < lexemes.count - 1; index += 1) {
        if (lexemes.kind(index) === L.Space) continue;
        const line = lines.lineAt(lexemes.start(index)) + 1;
        if (line === filled) continue;
        upTo(line - 1);
        filled = line;
      }
      upTo(last);
    },
  }),
});
