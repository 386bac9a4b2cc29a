import { isObjectKind, kindNames, type LocalText, partName, partWord } from '../model/kinds.ts';

/** `Catalog.Валюты.Attribute.Код` in both languages; words that are no kinds stay as they are. */
export function localName(name: string): LocalText {
  const segments = name.split('.');
  const ru = segments.map((segment, index) => {
    if (index % 2 !== 0) return segment;
    if (isObjectKind(segment)) return kindNames(segment).ru;
    const part = partWord(segment);
    return part === undefined ? segment : partName(part).ru;
  });
  return { en: name, ru: ru.join('.') };
}
