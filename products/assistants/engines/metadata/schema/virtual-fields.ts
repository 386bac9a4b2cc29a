import type { Field, MetadataObject } from '../model/graph-types.ts';
import type { LocalText } from '../model/kinds.ts';
import { dateType, noType, references, type ValueType } from '../model/value-type.ts';
import type { SchemaField } from './schema-types.ts';
import {
  accountBalanceAndTurnoverFields,
  accountBalanceFields,
  accountTurnoverFields,
  balanceAndTurnoverFields,
  balanceFields,
  movementFields,
  periodFields,
  turnoverFields,
  type VirtualKind,
} from './virtual-tables.tables.ts';

const roles: Readonly<Record<string, SchemaField['role']>> = {
  Dimension: 'dimension',
  Resource: 'resource',
  StandardAttribute: 'standard',
};

export const schemaField = (field: Field): SchemaField => ({
  names: field.names,
  type: field.type,
  role: roles[field.part] ?? 'attribute',
});

export const extraField = (en: string, ru: string, type: ValueType = noType): SchemaField => ({
  names: { en, ru },
  type,
  role: 'standard',
});

const of = (object: MetadataObject, ...parts: Field['part'][]) =>
  object.fields.filter((field) => parts.includes(field.part)).map(schemaField);

const join = (base: LocalText, tail: LocalText): LocalText => ({
  en: base.en + tail.en,
  ru: base.ru + tail.ru,
});

function totals(object: MetadataObject, tails: readonly LocalText[]): readonly SchemaField[] {
  return of(object, 'Resource').flatMap((field) =>
    tails.map((tail) => ({ ...field, names: join(field.names, tail) })),
  );
}

const standard = (object: MetadataObject, ...names: string[]) =>
  object.fields
    .filter((field) => field.part === 'StandardAttribute' && names.includes(field.name))
    .map(schemaField);

const periods = (object: MetadataObject): readonly SchemaField[] => [
  ...standard(object, 'Period', 'Recorder', 'LineNumber'),
  ...periodFields.map(({ en, ru }) => extraField(en, ru, dateType)),
];

const mostExtDimensions = 3;

function accountFields(object: MetadataObject): readonly SchemaField[] {
  const account = references(object.references['chartOfAccounts'] ?? []);
  return [
    extraField('Account', 'Счет', account),
    ...Array.from({ length: mostExtDimensions }, (_, index) =>
      extraField(`ExtDimension${index + 1}`, `Субконто${index + 1}`),
    ),
  ];
}

function sidedAccounts(object: MetadataObject): readonly SchemaField[] {
  const account = references(object.references['chartOfAccounts'] ?? []);
  return (['Dr', 'Cr'] as const).flatMap((side) => {
    const ru = side === 'Dr' ? 'Дт' : 'Кт';
    return [
      extraField(`Account${side}`, `Счет${ru}`, account),
      ...Array.from({ length: mostExtDimensions }, (_, index) =>
        extraField(`ExtDimension${side}${index + 1}`, `Субконто${ru}${index + 1}`),
      ),
    ];
  });
}

/** With correspondence, dimensions and resources that are not balanced have a debit and a credit side. */
export function sidedFields(object: MetadataObject, part: 'Dimension' | 'Resource'): readonly SchemaField[] {
  const sided = object.properties['correspondence'] === 'true';
  return object.fields
    .filter((field) => field.part === part)
    .flatMap((field): readonly SchemaField[] => {
      const one = schemaField(field);
      if (!sided || field.properties['balance'] === 'true') return [one];
      return [
        { ...one, names: join(one.names, { en: 'Dr', ru: 'Дт' }) },
        { ...one, names: join(one.names, { en: 'Cr', ru: 'Кт' }) },
      ];
    });
}

/** Fields of a virtual table. */
export function virtualFields(object: MetadataObject, kind: VirtualKind): readonly SchemaField[] {
  const dimensions = of(object, 'Dimension');
  const corAccount = extraField(
    'CorAccount',
    'КорСчет',
    references(object.references['chartOfAccounts'] ?? []),
  );
  switch (kind) {
    case 'sliceFirst':
    case 'sliceLast':
      return object.fields.map(schemaField);
    case 'balance':
      return [...dimensions, ...totals(object, balanceFields)];
    case 'turnovers':
      return [
        ...periods(object),
        ...dimensions,
        ...totals(
          object,
          object.properties['registerType'] === 'Turnovers' ? turnoverFields : movementFields,
        ),
      ];
    case 'balanceAndTurnovers':
      return [...periods(object), ...dimensions, ...totals(object, balanceAndTurnoverFields)];
    case 'accountBalance':
      return [...accountFields(object), ...dimensions, ...totals(object, accountBalanceFields)];
    case 'accountTurnovers':
      return [
        ...periods(object),
        ...accountFields(object),
        corAccount,
        ...dimensions,
        ...totals(object, accountTurnoverFields),
      ];
    case 'accountBalanceAndTurnovers':
      return [
        ...periods(object),
        ...accountFields(object),
        ...dimensions,
        ...totals(object, accountBalanceAndTurnoverFields),
      ];
    case 'turnoversDrCr':
      return [
        ...periods(object),
        ...sidedAccounts(object),
        ...sidedFields(object, 'Dimension'),
        ...totals(object, [
          ...turnoverFields,
          { en: 'TurnoverDr', ru: 'ОборотДт' },
          { en: 'TurnoverCr', ru: 'ОборотКт' },
        ]),
      ];
    case 'extDimensions':
      return [
        ...standard(object, 'Period', 'Recorder', 'LineNumber'),
        extraField('RecordType', 'ВидДвижения'),
        extraField('Kind', 'Вид'),
        extraField('Value', 'Значение'),
      ];
    case 'recordsWithExtDimensions':
      return [
        ...object.fields.filter((field) => field.part === 'StandardAttribute').map(schemaField),
        ...(object.properties['correspondence'] === 'true' ? sidedAccounts(object) : accountFields(object)),
        ...sidedFields(object, 'Dimension'),
        ...sidedFields(object, 'Resource'),
        ...of(object, 'Attribute'),
      ];
    case 'actualActionPeriod':
    case 'scheduleData':
      return object.fields.map(schemaField);
    case 'boundaries':
      return [...standard(object, 'Period', 'Recorder'), ...dimensions];
    case 'points':
      return [extraField('Ref', 'Ссылка'), extraField('Order', 'Порядок'), extraField('Name', 'Имя')];
    case 'tasksByExecutive':
      return object.fields.map(schemaField);
  }
}
