import type { Language } from '#platform/web';

interface Words {
  readonly ru: string;
  readonly en: string;
}

const seams = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/u;

/** `РегистрыНакопления` → `Регистры накопления`, `HTTPСервисы` → `HTTP-сервисы`, `ПакетыXDTO` → `Пакеты XDTO`. */
export function spaced(name: string): string {
  const joined = name.replace(
    /^([A-Z]+|Web)([А-ЯЁ])/u,
    (_found, prefix: string, letter: string) => `${prefix}-${letter.toLowerCase()}`,
  );
  const [first = '', ...rest] = joined.split(seams);
  return [first, ...rest.map((each) => (each === each.toUpperCase() ? each : each.toLowerCase()))].join(' ');
}

function plural(words: string): string {
  if (words.startsWith('Chart of ')) return words.replace('Chart', 'Charts');
  if (words.endsWith('criterion')) return words.replace(/criterion$/, 'criteria');
  if (/(?:options|services|jobs)$/.test(words)) return words;
  return /(?:s|x|ch)$/.test(words)
    ? `${words}es`
    : words.endsWith('y')
      ? words.replace(/y$/, 'ies')
      : `${words}s`;
}

/** A kind of objects as a heading: `Справочники`, `Catalogs`. */
export function kindTitle({ ru, en }: Words, language: Language): string {
  return language === 'ru' ? spaced(ru) : plural(spaced(en));
}

/** A name of a property for people: `codeLength` → `Code length`. */
export function propertyTitle(name: string): string {
  const words = spaced(name);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** The synonym in the language, or in any; empty when there is none. */
export function synonymOf(synonym: Readonly<Record<string, string>>, language: Language): string {
  const { ru } = synonym;
  return synonym[language] ?? ru ?? Object.values(synonym)[0] ?? '';
}

/** The value of a list that a name from outside is; undefined for anything else. */
export function known<Value extends string>(values: readonly Value[], name: string): Value | undefined {
  return values.find((value) => value === name);
}

/** A type cut into what it is made of, with the object each piece refers to. */
export interface TypePiece {
  readonly text: string;
  /** English full name of the object; null for anything else. */
  readonly object: string | null;
}

const reference = /^([A-Za-z]+)(?:Ref|Object|Manager|RecordSet|List|Selection)\.([\p{L}_][\p{L}\p{N}_]*)$/u;
const named = /^(DefinedType|Characteristic)\.([\p{L}_][\p{L}\p{N}_]*)$/u;
/** Commas between types, not those inside brackets. */
const between = /, (?![^(]*\))/u;

/** `СправочникСсылка.Товары, Строка(10)` as pieces that can lead somewhere. */
export function typePieces({ ru, en }: Words, language: Language): readonly TypePiece[] {
  const english = en.split(between);
  const shown = (language === 'ru' ? ru : en).split(between);
  return shown.map((text, at) => {
    const source = english[at] ?? '';
    const found = reference.exec(source);
    if (found !== null) return { text, object: `${found[1]}.${found[2]}` };
    const defined = named.exec(source);
    if (defined === null) return { text, object: null };
    const kind = defined[1] === 'DefinedType' ? 'DefinedType' : 'ChartOfCharacteristicTypes';
    return { text, object: `${kind}.${defined[2]}` };
  });
}

/** The object a full name belongs to: `Catalog.Товары.Form.ФормаСписка` → `Catalog.Товары`. */
export function ownerObject(name: string): string {
  const segments = name.split('.');
  let at = 2;
  while (segments[0] === 'Subsystem' && segments[at] === 'Subsystem') at += 2;
  return segments.slice(0, at).join('.');
}

/** A module's name without the folders of its export: what a person calls it. */
export const fileOf = (path: string): string => path.split('/').at(-1) ?? path;
