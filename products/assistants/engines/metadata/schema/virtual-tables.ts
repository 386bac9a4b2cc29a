import type { MetadataObject } from '../model/graph-types.ts';
import { type VirtualKind, virtualNames } from './virtual-tables.tables.ts';

/** Virtual tables an object has, by its kind and properties. */
export function virtualKinds(object: MetadataObject): readonly VirtualKind[] {
  const has = (name: string) => object.properties[name] === 'true';
  switch (object.kind) {
    case 'InformationRegister':
      return object.fields.some((field) => field.name === 'Period') ? ['sliceFirst', 'sliceLast'] : [];
    case 'AccumulationRegister':
      return object.properties['registerType'] === 'Turnovers'
        ? ['turnovers']
        : ['balance', 'turnovers', 'balanceAndTurnovers'];
    case 'AccountingRegister':
      return [
        'accountBalance',
        'accountTurnovers',
        'accountBalanceAndTurnovers',
        ...(has('correspondence') ? (['turnoversDrCr'] as const) : []),
        'extDimensions',
        'recordsWithExtDimensions',
      ];
    case 'CalculationRegister':
      return [
        ...(has('actionPeriod') ? (['actualActionPeriod'] as const) : []),
        ...((object.references['schedule'] ?? []).length > 0 ? (['scheduleData'] as const) : []),
      ];
    case 'Sequence':
      return ['boundaries'];
    case 'BusinessProcess':
      return ['points'];
    case 'Task':
      return ['tasksByExecutive'];
    default:
      return [];
  }
}

const known = new WeakMap<MetadataObject, ReadonlySet<string>>();

/** Names of the virtual tables in both languages, in lower case; `изменения` for objects of exchange plans. */
export function virtualTableNames(object: MetadataObject): ReadonlySet<string> {
  const cached = known.get(object);
  if (cached !== undefined) return cached;
  const names = new Set(
    virtualKinds(object).flatMap((kind) => [
      virtualNames[kind].en.toLowerCase(),
      virtualNames[kind].ru.toLowerCase(),
    ]),
  );
  if (object.kind === 'CalculationRegister')
    for (const field of ['база', 'base']) names.add(`${field}${object.name.toLowerCase()}`);
  names.add('изменения').add('changes');
  known.set(object, names);
  return names;
}
