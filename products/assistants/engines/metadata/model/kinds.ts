import { kindRows, partRows, typeForms } from './kinds.tables.ts';

/** A text for people in both languages. */
export interface LocalText {
  readonly ru: string;
  readonly en: string;
}

export type ObjectKind = (typeof kindRows)[number][0];
export type PartKind = (typeof partRows)[number][0];

export interface KindNames {
  readonly kind: ObjectKind;
  readonly folder: string;
  readonly ru: string;
  readonly ruPlural: string;
}

/** Every kind in the order of the configuration tree. */
export const kinds: readonly KindNames[] = kindRows.map(([kind, folder, ru, ruPlural]) => ({
  kind,
  folder,
  ru,
  ruPlural,
}));

const byKind = new Map<string, KindNames>(kinds.map((row) => [row.kind, row]));
const byFolder = new Map<string, KindNames>(kinds.map((row) => [row.folder.toLowerCase(), row]));

export interface KindWord {
  readonly names: KindNames;
  /** `Справочники` is a manager collection, `Справочник` names a table or a full name. */
  readonly plural: boolean;
  /** `Ссылка` in `СправочникСсылка`: the word names a type. */
  readonly form?: (typeof typeForms)[number][0];
}

function wordsOf(names: KindNames): readonly [string, KindWord][] {
  return [
    [names.kind, { names, plural: false }],
    [names.ru, { names, plural: false }],
    [names.folder, { names, plural: true }],
    [names.ruPlural, { names, plural: true }],
    ...typeForms.flatMap(([en, ru]): [string, KindWord][] => [
      [names.kind + en, { names, plural: false, form: en }],
      [names.ru + ru, { names, plural: false, form: en }],
    ]),
  ];
}

const words = new Map<string, KindWord>();
for (const names of kinds)
  for (const [word, meaning] of wordsOf(names)) {
    const key = word.toLowerCase();
    if (!words.has(key)) words.set(key, meaning);
  }

const parts = new Map<string, PartKind>(
  partRows.flatMap(([en, ru]): [string, PartKind][] => [
    [en.toLowerCase(), en],
    [ru.toLowerCase(), en],
  ]),
);
const partNames = new Map<string, LocalText>(partRows.map(([en, ru]) => [en, { en, ru }]));
const partLists = new Map<string, string>(partRows.map(([en, , list]) => [en, list.toLowerCase()]));

export const kindNames = (kind: ObjectKind): KindNames => byKind.get(kind) as KindNames;
export const isObjectKind = (word: string): word is ObjectKind => byKind.has(word);
export const kindOfFolder = (folder: string): KindNames | undefined => byFolder.get(folder.toLowerCase());
export const kindWord = (word: string): KindWord | undefined => words.get(word.toLowerCase());
export const partWord = (word: string): PartKind | undefined => parts.get(word.toLowerCase());
export const partName = (part: PartKind): LocalText => partNames.get(part) as LocalText;
export const partList = (part: PartKind): string => partLists.get(part) as string;

/** `Catalog.Контрагенты` / `Справочник.Контрагенты`. */
export function fullNameOf(kind: ObjectKind, name: string): LocalText {
  return { en: `${kind}.${name}`, ru: `${kindNames(kind).ru}.${name}` };
}
