import type { ObjectKind } from '../model/kinds.ts';

/** Kinds whose names must not be given to objects and attributes: queries would read them as tables. */
export const tableKinds: readonly ObjectKind[] = [
  'AccountingRegister',
  'AccumulationRegister',
  'BusinessProcess',
  'CalculationRegister',
  'Catalog',
  'ChartOfAccounts',
  'ChartOfCalculationTypes',
  'ChartOfCharacteristicTypes',
  'Constant',
  'Document',
  'DocumentJournal',
  'Enum',
  'ExchangePlan',
  'FilterCriterion',
  'InformationRegister',
  'Task',
];

/** Kinds with stored fields whose names are compared with the object's. */
export const storedKinds: readonly ObjectKind[] = [
  'AccountingRegister',
  'AccumulationRegister',
  'BusinessProcess',
  'CalculationRegister',
  'Catalog',
  'ChartOfAccounts',
  'ChartOfCalculationTypes',
  'ChartOfCharacteristicTypes',
  'Document',
  'ExchangePlan',
  'InformationRegister',
  'Task',
];

export const registerKinds: readonly ObjectKind[] = [
  'InformationRegister',
  'AccumulationRegister',
  'AccountingRegister',
  'CalculationRegister',
];
