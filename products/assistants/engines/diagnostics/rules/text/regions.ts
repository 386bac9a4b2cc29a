import { defineRule } from '../../rule.ts';
import { isSeen, L } from './lexeme-kind.ts';
import { lexemesOf } from './lexemes.ts';
import { type OutlinedRegion, outlineOf } from './outline.ts';
import { regionsOfModule, standardRegions } from './tables/standard-regions.ts';

const sameRegion: ReadonlyMap<string, string> = new Map(
  Object.entries(standardRegions).flatMap(([name, [russian, english]]) =>
    name === 'formTable' ? [] : [russian, english].map((each) => [each.toLowerCase(), english] as const),
  ),
);

export const duplicateRegion = defineRule({
  key: 'DuplicateRegion',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  standards: [455],
  title: { ru: 'Область модуля повторяется', en: 'A region of the module is repeated' },
  create: ({ tree, report }) => ({
    finish() {
      const groups = new Map<string, OutlinedRegion[]>();
      for (const region of outlineOf(tree).topRegions) {
        const key = sameRegion.get(region.name.toLowerCase()) ?? region.name;
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [region]);
        else group.push(region);
      }
      for (const group of groups.values()) {
        const [first] = group;
        if (first === undefined || group.length < 2) continue;
        report(first.head, {
          message: {
            ru: `Соберите содержимое областей «${first.name}» в одной`,
            en: `Gather the contents of the regions "${first.name}" in one`,
          },
          related: group.map(({ head }) => ({
            ...head,
            message: { ru: 'Такая же область', en: 'The same region' },
          })),
        });
      }
    },
  }),
});

export const nonStandardRegion = defineRule({
  key: 'NonStandardRegion',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  dialect: 'bsl',
  standards: [455],
  moduleTypes: Object.keys(regionsOfModule),
  title: { ru: 'Область не из стандартной структуры модуля', en: 'A region outside the standard structure' },
  create: ({ tree, moduleType, report }) => ({
    finish() {
      if (moduleType === 'UNKNOWN') return;
      const expected = regionsOfModule[moduleType] ?? ['private'];
      const isStandard = (name: string): boolean =>
        expected.some((kind) =>
          standardRegions[kind].some((each) =>
            kind === 'formTable'
              ? name.toLowerCase().startsWith(each.toLowerCase())
              : name.toLowerCase() === each.toLowerCase(),
          ),
        );
      for (const { name, head } of outlineOf(tree).topRegions)
        if (!isStandard(name))
          report(head, {
            message: {
              ru: `Переименуйте или уберите область «${name}»: её нет в стандартной структуре модуля`,
              en: `Rename or remove the region "${name}": the standard structure of the module lacks it`,
            },
          });
    },
  }),
});

export const emptyRegion = defineRule({
  key: 'EmptyRegion',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  standards: [455],
  title: { ru: 'Пустая область', en: 'An empty region' },
  create: ({ tree, source, report }) => ({
    finish() {
      const lexemes = lexemesOf(tree);
      const open: { start: number; name: string; isUsed: boolean }[] = [];
      let index = 0;
      for (const { kind, start, end, word, argument } of tree.directives) {
        const isMark = kind === 'region' || kind === 'endRegion';
        for (; index < lexemes.count && lexemes.start(index) < start; index += 1) {
          const lexeme = lexemes.kind(index);
          if (isSeen(lexeme) && lexeme !== L.Semicolon) use(open);
        }
        if (!isMark) use(open);
        while (index < lexemes.count && lexemes.start(index) < end) index += 1;
        if (kind === 'region') {
          open.push({ start, name: source.slice(argument.start, argument.end), isUsed: false });
          continue;
        }
        const closed = kind === 'endRegion' ? open.pop() : undefined;
        if (closed === undefined) continue;
        if (closed.isUsed) {
          use(open);
          continue;
        }
        const place = { start: closed.start, end: word.end };
        report(place, {
          message: {
            ru: `Удалите пустую область «${closed.name}»`,
            en: `Remove the empty region "${closed.name}"`,
          },
          fix: {
            title: { ru: 'Удалить область', en: 'Remove the region' },
            edits: [{ ...place, text: '' }],
          },
        });
      }
    },
  }),
});

function use(open: readonly { isUsed: boolean }[]): void {
  const last = open.at(-1);
  if (last !== undefined) last.isUsed = true;
}
