/** Managers whose methods answer with a reference, and the Russian name of the kind of object. */
export const managers: ReadonlyMap<string, string> = new Map([
  ['справочники', 'Справочник'],
  ['catalogs', 'Справочник'],
  ['документы', 'Документ'],
  ['documents', 'Документ'],
  ['планывидовхарактеристик', 'ПланВидовХарактеристик'],
  ['chartsofcharacteristictypes', 'ПланВидовХарактеристик'],
  ['планысчетов', 'ПланСчетов'],
  ['chartsofaccounts', 'ПланСчетов'],
]);
