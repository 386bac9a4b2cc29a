import { attributeTypes } from './tables.ts';

export interface Attribute {
  readonly name: string;
  /** As written in 1C, for example `Число(15,2)`. */
  readonly type: string;
}

/** A 1C identifier of words: «Заказ покупателя» → ЗаказПокупателя. */
export function identifierOf(words: string): string {
  const joined = words
    .replace(/ё/g, 'е')
    .replace(/Ё/g, 'Е')
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return joined.replace(/^\d+/, '').slice(0, 80);
}

function typeOf(name: string): string {
  return attributeTypes.find(([pattern]) => pattern.test(name))?.[1] ?? 'Строка(150)';
}

const titled =
  /(?:реквизит\S*|(?<![а-яё])пол[яе]\S{0,2}|атрибут\S*|колонк\S*)\s*(?:документа|справочника|карточки)?\s*(?::|—)?\s+([^.;:!?]{3,400})/iu;
const kept = /(?:содержать|содержит|хранить|указать|указывать)\s*(?::|—)?\s+([^.;:!?]{3,400})/iu;
const words = /^[«"]?([а-яё][а-яё -]{1,40}?)[»"]?(?:\s*\([^)]*\))?$/iu;

/** Attributes listed in a sentence: «с реквизитами: дата, сумма и склад». */
export function attributesIn(text: string): readonly Attribute[] {
  const bare = text.replace(/\([^()]*\)/g, ' ');
  const list = (titled.exec(bare) ?? kept.exec(bare))?.[1];
  if (!list) return [];
  const items = list.split(/\s*,\s*|\s+и\s+|\s+а также\s+/u);
  if (items.length < 2 && !/реквизит|пол[яе]/i.test(text)) return [];
  return items.flatMap((item) => {
    const found = words.exec(item.trim())?.[1]?.trim();
    if (!found || found.split(' ').length > 4) return [];
    const name = identifierOf(found);
    return name === '' ? [] : [{ name, type: typeOf(found) }];
  });
}

const states =
  /(?<![а-яё])(статус|состояни|вид|тип|приоритет|способ)(\S{0,3})((?:\s+[а-яё]+){0,2})\s*(?:\(|:\s*|—\s*)([^().;]{5,200})/iu;
const plural: Readonly<Record<string, readonly [one: string, many: string]>> = {
  статус: ['Статус', 'Статусы'],
  состояни: ['Состояние', 'Состояния'],
  вид: ['Вид', 'Виды'],
  тип: ['Тип', 'Типы'],
  приоритет: ['Приоритет', 'Приоритеты'],
  способ: ['Способ', 'Способы'],
};

/** A list of states in a sentence: «статусы заявки: новая, в работе, закрыта». */
export function enumerationIn(
  text: string,
): { name: string; single: string; values: readonly string[]; words: string } | undefined {
  const found = states.exec(text);
  if (!found) return undefined;
  const values = (found[4] ?? '')
    .split(/\s*,\s*|\s+(?:и|или|либо)\s+/u)
    .map((value) => value.replace(/[«»"]/g, '').trim());
  if (values.length < 2 || values.some((value) => value.length < 2 || value.split(' ').length > 3))
    return undefined;
  const [one, many] = plural[(found[1] ?? '').toLowerCase()] ?? ['', ''];
  const of = identifierOf(found[3] ?? '');
  return { name: `${many}${of}`, single: one, values: values.map(identifierOf), words: found[0] };
}
