import type { ObjectKind } from './kinds.ts';

/**
 * How the type of a standard field follows from the object: `self` is a reference to it, `property:length`
 * reads a property, others are primitive.
 */
export type StandardType =
  | 'self'
  | 'boolean'
  | 'date'
  | 'string'
  | 'integer'
  | 'code'
  | 'number'
  | 'description'
  | 'owners'
  | 'registrators'
  | 'account'
  | 'calculationType'
  | 'task'
  | 'businessProcess'
  | 'documents'
  | 'valueType'
  | 'platform';

/** When a standard field is there at all. */
export type StandardCondition =
  | 'always'
  | 'owned'
  | 'hierarchical'
  | 'folders'
  | 'hasCode'
  | 'hasNumber'
  | 'hasDescription'
  | 'periodic'
  | 'subordinate'
  | 'balance'
  | 'oneSided'
  | 'correspondence'
  | 'actionPeriod'
  | 'basePeriod';

export type StandardRow = readonly [en: string, ru: string, type: StandardType, when?: StandardCondition];

const ref: StandardRow = ['Ref', 'Ссылка', 'self'];
const deletionMark: StandardRow = ['DeletionMark', 'ПометкаУдаления', 'boolean'];
const predefined: StandardRow = ['Predefined', 'Предопределенный', 'boolean'];
const predefinedName: StandardRow = ['PredefinedDataName', 'ИмяПредопределенныхДанных', 'string'];
const code: StandardRow = ['Code', 'Код', 'code', 'hasCode'];
const description: StandardRow = ['Description', 'Наименование', 'description', 'hasDescription'];
const date: StandardRow = ['Date', 'Дата', 'date'];
const number: StandardRow = ['Number', 'Номер', 'number', 'hasNumber'];
const period: StandardRow = ['Period', 'Период', 'date'];
const recorder: StandardRow = ['Recorder', 'Регистратор', 'registrators'];
const lineNumber: StandardRow = ['LineNumber', 'НомерСтроки', 'integer'];
const active: StandardRow = ['Active', 'Активность', 'boolean'];

export const standardFields: Readonly<Partial<Record<ObjectKind, readonly StandardRow[]>>> = {
  Catalog: [
    ref,
    deletionMark,
    predefined,
    predefinedName,
    ['Parent', 'Родитель', 'self', 'hierarchical'],
    ['IsFolder', 'ЭтоГруппа', 'boolean', 'folders'],
    ['Owner', 'Владелец', 'owners', 'owned'],
    code,
    description,
  ],
  Document: [ref, deletionMark, date, number, ['Posted', 'Проведен', 'boolean']],
  DocumentJournal: [
    ['Ref', 'Ссылка', 'documents'],
    ['Type', 'Тип', 'platform'],
    date,
    ['Number', 'Номер', 'string'],
    deletionMark,
    ['Posted', 'Проведен', 'boolean'],
  ],
  Enum: [ref, ['Order', 'Порядок', 'integer']],
  ChartOfCharacteristicTypes: [
    ref,
    deletionMark,
    predefined,
    predefinedName,
    ['Parent', 'Родитель', 'self', 'hierarchical'],
    ['IsFolder', 'ЭтоГруппа', 'boolean', 'folders'],
    code,
    description,
    ['ValueType', 'ТипЗначения', 'platform'],
  ],
  ChartOfAccounts: [
    ref,
    deletionMark,
    predefined,
    predefinedName,
    ['Parent', 'Родитель', 'self'],
    code,
    description,
    ['Order', 'Порядок', 'string'],
    ['Type', 'Вид', 'platform'],
    ['OffBalance', 'Забалансовый', 'boolean'],
  ],
  ChartOfCalculationTypes: [
    ref,
    deletionMark,
    predefined,
    predefinedName,
    code,
    description,
    ['ActionPeriodIsBasic', 'ПериодДействияБазовый', 'boolean'],
  ],
  ExchangePlan: [
    ref,
    deletionMark,
    code,
    description,
    ['ThisNode', 'ЭтотУзел', 'boolean'],
    ['SentNo', 'НомерОтправленного', 'integer'],
    ['ReceivedNo', 'НомерПринятого', 'integer'],
    ['ExchangeDate', 'ДатаОбмена', 'date'],
  ],
  BusinessProcess: [
    ref,
    deletionMark,
    date,
    number,
    ['Started', 'Стартован', 'boolean'],
    ['Completed', 'Завершен', 'boolean'],
    ['HeadTask', 'ВедущаяЗадача', 'task'],
  ],
  Task: [
    ref,
    deletionMark,
    date,
    number,
    description,
    ['BusinessProcess', 'БизнесПроцесс', 'businessProcess'],
    ['RoutePoint', 'ТочкаМаршрута', 'platform'],
    ['Executed', 'Выполнена', 'boolean'],
  ],
  InformationRegister: [
    ['Period', 'Период', 'date', 'periodic'],
    ['Recorder', 'Регистратор', 'registrators', 'subordinate'],
    ['LineNumber', 'НомерСтроки', 'integer', 'subordinate'],
    ['Active', 'Активность', 'boolean', 'subordinate'],
  ],
  AccumulationRegister: [
    period,
    recorder,
    lineNumber,
    active,
    ['RecordType', 'ВидДвижения', 'platform', 'balance'],
  ],
  AccountingRegister: [
    period,
    recorder,
    lineNumber,
    active,
    ['Account', 'Счет', 'account', 'oneSided'],
    ['RecordType', 'ВидДвижения', 'platform', 'oneSided'],
    ['AccountDr', 'СчетДт', 'account', 'correspondence'],
    ['AccountCr', 'СчетКт', 'account', 'correspondence'],
    ['PeriodAdjustment', 'УточнениеПериода', 'integer'],
  ],
  CalculationRegister: [
    recorder,
    lineNumber,
    active,
    ['RegistrationPeriod', 'ПериодРегистрации', 'date'],
    ['CalculationType', 'ВидРасчета', 'calculationType'],
    ['ReversingEntry', 'Сторно', 'boolean'],
    ['ActionPeriod', 'ПериодДействия', 'date', 'actionPeriod'],
    ['BegOfActionPeriod', 'ПериодДействияНачало', 'date', 'actionPeriod'],
    ['EndOfActionPeriod', 'ПериодДействияКонец', 'date', 'actionPeriod'],
    ['BegOfBasePeriod', 'БазовыйПериодНачало', 'date', 'basePeriod'],
    ['EndOfBasePeriod', 'БазовыйПериодКонец', 'date', 'basePeriod'],
  ],
  Sequence: [
    ['Period', 'Период', 'date'],
    ['Recorder', 'Регистратор', 'documents'],
  ],
  FilterCriterion: [['Ref', 'Ссылка', 'platform']],
  Constant: [['Value', 'Значение', 'valueType']],
};

/** The number of a row in a tabular section. */
export const sectionLineNumber: StandardRow = lineNumber;

/** Tabular sections the platform adds by itself. */
export const standardSections: Readonly<
  Partial<Record<ObjectKind, readonly { en: string; ru: string; fields: readonly StandardRow[] }[]>>
> = {
  ChartOfAccounts: [
    {
      en: 'ExtDimensionTypes',
      ru: 'ВидыСубконто',
      fields: [
        lineNumber,
        ['ExtDimensionType', 'ВидСубконто', 'platform'],
        ['Predefined', 'Предопределенное', 'boolean'],
        ['TurnoversOnly', 'ТолькоОбороты', 'boolean'],
      ],
    },
  ],
  ChartOfCalculationTypes: [
    {
      en: 'LeadingCalculationTypes',
      ru: 'ВедущиеВидыРасчета',
      fields: [
        lineNumber,
        ['CalculationType', 'ВидРасчета', 'self'],
        ['Predefined', 'Предопределенный', 'boolean'],
      ],
    },
    {
      en: 'DisplacingCalculationTypes',
      ru: 'ВытесняющиеВидыРасчета',
      fields: [
        lineNumber,
        ['CalculationType', 'ВидРасчета', 'self'],
        ['Predefined', 'Предопределенный', 'boolean'],
      ],
    },
    {
      en: 'BaseCalculationTypes',
      ru: 'БазовыеВидыРасчета',
      fields: [
        lineNumber,
        ['CalculationType', 'ВидРасчета', 'self'],
        ['Predefined', 'Предопределенный', 'boolean'],
      ],
    },
  ],
};
