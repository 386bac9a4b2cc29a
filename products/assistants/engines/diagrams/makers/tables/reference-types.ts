/** Prefixes of reference types, and the kind of object they point to. */
export const referencePrefixes: ReadonlyMap<string, string> = new Map([
  ['справочникссылка', 'справочник'],
  ['документссылка', 'документ'],
  ['перечислениессылка', 'перечисление'],
  ['планвидовхарактеристикссылка', 'планвидовхарактеристик'],
  ['плансчетовссылка', 'плансчетов'],
  ['планвидоврасчетассылка', 'планвидоврасчета'],
  ['планобменассылка', 'планобмена'],
  ['бизнеспроцессссылка', 'бизнеспроцесс'],
  ['задачассылка', 'задача'],
  ['catalogref', 'справочник'],
  ['documentref', 'документ'],
  ['enumref', 'перечисление'],
  ['chartofcharacteristictypesref', 'планвидовхарактеристик'],
  ['chartofaccountsref', 'плансчетов'],
  ['chartofcalculationtypesref', 'планвидоврасчета'],
  ['exchangeplanref', 'планобмена'],
  ['businessprocessref', 'бизнеспроцесс'],
  ['taskref', 'задача'],
]);

/** English names of kinds of objects. */
export const kindAliases: ReadonlyMap<string, string> = new Map([
  ['catalog', 'справочник'],
  ['document', 'документ'],
  ['enum', 'перечисление'],
  ['chartofcharacteristictypes', 'планвидовхарактеристик'],
  ['chartofaccounts', 'плансчетов'],
  ['chartofcalculationtypes', 'планвидоврасчета'],
  ['exchangeplan', 'планобмена'],
  ['businessprocess', 'бизнеспроцесс'],
  ['task', 'задача'],
]);

/** Kinds that have a reference of their own, hence a primary key. */
export const referenceKinds: ReadonlySet<string> = new Set(referencePrefixes.values());
