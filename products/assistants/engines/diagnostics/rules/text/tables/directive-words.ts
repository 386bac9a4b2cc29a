/** Words the preprocessor knows, in the spelling of the documentation: Russian, English. */
export const directiveSpelling: readonly (readonly [russian: string, english: string])[] = [
  ['Область', 'Region'],
  ['КонецОбласти', 'EndRegion'],
  ['Если', 'If'],
  ['Тогда', 'Then'],
  ['ИначеЕсли', 'ElsIf'],
  ['Иначе', 'Else'],
  ['КонецЕсли', 'EndIf'],
  ['Сервер', 'Server'],
  ['Клиент', 'Client'],
  ['МобильноеПриложениеКлиент', 'MobileAppClient'],
  ['МобильноеПриложениеСервер', 'MobileAppServer'],
  ['МобильныйКлиент', 'MobileClient'],
  ['ТолстыйКлиентОбычноеПриложение', 'ThickClientOrdinaryApplication'],
  ['ТолстыйКлиентУправляемоеПриложение', 'ThickClientManagedApplication'],
  ['ВнешнееСоединение', 'ExternalConnection'],
  ['ТонкийКлиент', 'ThinClient'],
  ['ВебКлиент', 'WebClient'],
  ['НаКлиенте', 'AtClient'],
  ['НаСервере', 'AtServer'],
];

/** Words of the preprocessor whose spelling is free. */
const free: readonly string[] = [
  'или',
  'or',
  'и',
  'and',
  'не',
  'not',
  'использовать',
  'use',
  'native',
  'мобильныйавтономныйсервер',
  'mobilestandaloneserver',
  'linux',
  'windows',
  'macos',
];

/** All of them in lower case. */
export const directiveWords: ReadonlySet<string> = new Set([
  ...directiveSpelling.flat().map((word) => word.toLowerCase()),
  ...free,
]);
