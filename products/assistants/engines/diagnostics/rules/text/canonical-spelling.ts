import { keywords } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { L } from './lexeme-kind.ts';
import { lexemesOf } from './lexemes.ts';
import { directiveSpelling } from './tables/directive-words.ts';

/** Operators of logic are also written in capitals. */
const logic = new Map<string, readonly string[]>([
  ['и', ['И']],
  ['and', ['AND', 'And']],
  ['или', ['ИЛИ', 'Или']],
  ['or', ['OR', 'Or']],
  ['не', ['НЕ', 'Не']],
  ['not', ['NOT', 'Not']],
]);
const freeKinds: ReadonlySet<number> = new Set([L.Null, L.Async, L.Await]);

function allowed(words: readonly string[]): readonly (readonly [string, readonly string[]])[] {
  return words.map((word) => [word.toLowerCase(), [word]]);
}

const ofKeywords = new Map<string, readonly string[]>([
  ...allowed(keywords.flatMap(([kind, russian, english]) => (freeKinds.has(kind) ? [] : [russian, english]))),
  ['каждого', ['Каждого', 'каждого']],
  ['each', ['Each', 'each']],
  ...logic,
]);
const ofDirectives = new Map<string, readonly string[]>([...allowed(directiveSpelling.flat()), ...logic]);
const ofAnnotations = new Map<string, readonly string[]>(
  allowed([
    'НаКлиенте',
    'AtClient',
    'НаСервере',
    'AtServer',
    'НаСервереБезКонтекста',
    'AtServerNoContext',
    'НаКлиентеНаСервере',
    'AtClientAtServer',
    'НаКлиентеНаСервереБезКонтекста',
    'AtClientAtServerNoContext',
  ]),
);

function tableFor(kind: number): ReadonlyMap<string, readonly string[]> | undefined {
  if (kind === L.DirectiveWord) return ofDirectives;
  if (kind === L.AnnotationName) return ofAnnotations;
  return kind >= L.Procedure && kind <= L.Undefined ? ofKeywords : undefined;
}

export const canonicalSpellingKeywords = defineRule({
  key: 'CanonicalSpellingKeywords',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  standards: [441],
  title: { ru: 'Ключевое слово написано не по образцу', en: 'A keyword is not spelled as documented' },
  create: ({ tree, report }) => ({
    finish() {
      const lexemes = lexemesOf(tree);
      for (let index = 0; index < lexemes.count; index += 1) {
        const table = tableFor(lexemes.kind(index));
        if (table === undefined) continue;
        const text = lexemes.text(index);
        const spellings = table.get(text.toLowerCase());
        const [best] = spellings ?? [];
        if (spellings === undefined || best === undefined || spellings.includes(text)) continue;
        const place = { start: lexemes.start(index), end: lexemes.end(index) };
        report(place, {
          message: { ru: `Напишите «${best}» вместо «${text}»`, en: `Write "${best}" instead of "${text}"` },
          fix: {
            title: { ru: `Заменить на «${best}»`, en: `Replace with "${best}"` },
            edits: [{ ...place, text: best }],
          },
        });
      }
    },
  }),
});
