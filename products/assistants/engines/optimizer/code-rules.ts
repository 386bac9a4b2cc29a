import type { Said, Standard } from './finding.ts';

/** A rule about the code around queries. */
export interface CodeRule {
  readonly rule: 1 | 20;
  readonly code: string;
  readonly reason: Said;
  readonly standard: Standard;
}

const standardOf = (number: number): Standard => ({
  number,
  url: `https://its.1c.ru/db/v8std/content/${number}/hdoc`,
});

/**
 * The two rules that a query text cannot show: they need the tree of the module. Whoever walks that tree finds a query
 * executed in a loop (1), or an attribute read through a reference in a loop (20), and tells it with these words.
 */
export const codeRules: readonly CodeRule[] = [
  {
    rule: 1,
    code: 'query-in-loop',
    standard: standardOf(436),
    reason: {
      ru: 'Запрос выполняется в цикле: соберите значения заранее и получите всё одним запросом с отбором В (&Значения)',
      en: 'A query runs in a loop: collect the values first and get all by one query with IN (&Values)',
    },
  },
  {
    rule: 20,
    code: 'attribute-through-reference',
    standard: standardOf(496),
    reason: {
      ru: 'Реквизит читается через ссылку: каждый раз в память читается весь объект. Получите нужные реквизиты запросом или функцией ЗначенияРеквизитовОбъекта',
      en: 'An attribute is read through a reference: the whole object is read each time. Get the attributes by a query or by ObjectAttributesValues',
    },
  },
];
