import type { LocalText } from '../model/kinds.ts';

export type ParameterRole =
  | 'period'
  | 'begin'
  | 'end'
  | 'periodicity'
  | 'fillMode'
  | 'condition'
  | 'accountCondition'
  | 'extDimensions'
  | 'correspondentCondition'
  | 'correspondentExtDimensions'
  | 'order'
  | 'top'
  | 'mainDimensions'
  | 'baseDimensions'
  | 'sections'
  | 'executive';

const name = (en: string, ru: string): LocalText => ({ en, ru });

export const parameterNames: Readonly<Record<ParameterRole, LocalText>> = {
  period: name('Period', 'Период'),
  begin: name('BeginOfPeriod', 'НачалоПериода'),
  end: name('EndOfPeriod', 'КонецПериода'),
  periodicity: name('Periodicity', 'Периодичность'),
  fillMode: name('AdditionMethod', 'МетодДополнения'),
  condition: name('Condition', 'Условие'),
  accountCondition: name('AccountCondition', 'УсловиеСчета'),
  extDimensions: name('ExtDimensions', 'Субконто'),
  correspondentCondition: name('CorAccountCondition', 'УсловиеКорСчета'),
  correspondentExtDimensions: name('CorExtDimensions', 'КорСубконто'),
  order: name('Order', 'Порядок'),
  top: name('Top', 'Первые'),
  mainDimensions: name('MainRegisterDimensions', 'ИзмеренияОсновногоРегистра'),
  baseDimensions: name('BaseRegisterDimensions', 'ИзмеренияБазовогоРегистра'),
  sections: name('Sections', 'Разрезы'),
  executive: name('Executive', 'Исполнитель'),
};

/** Endings of the fields a resource turns into. */
export const balanceFields: readonly LocalText[] = [name('Balance', 'Остаток')];
export const accountBalanceFields: readonly LocalText[] = [
  name('Balance', 'Остаток'),
  name('BalanceDr', 'ОстатокДт'),
  name('BalanceCr', 'ОстатокКт'),
  name('SplittedBalanceDr', 'РазвернутыйОстатокДт'),
  name('SplittedBalanceCr', 'РазвернутыйОстатокКт'),
];
export const turnoverFields: readonly LocalText[] = [name('Turnover', 'Оборот')];
export const movementFields: readonly LocalText[] = [
  name('Turnover', 'Оборот'),
  name('Receipt', 'Приход'),
  name('Expense', 'Расход'),
];
export const accountTurnoverFields: readonly LocalText[] = [
  name('Turnover', 'Оборот'),
  name('TurnoverDr', 'ОборотДт'),
  name('TurnoverCr', 'ОборотКт'),
  name('CorTurnover', 'КорОборот'),
  name('CorTurnoverDr', 'КорОборотДт'),
  name('CorTurnoverCr', 'КорОборотКт'),
];
export const balanceAndTurnoverFields: readonly LocalText[] = [
  name('OpeningBalance', 'НачальныйОстаток'),
  ...movementFields,
  name('ClosingBalance', 'КонечныйОстаток'),
];
export const accountBalanceAndTurnoverFields: readonly LocalText[] = [
  ...['Opening', 'Closing'].flatMap((when) =>
    accountBalanceFields.map(({ en, ru }) =>
      ru.startsWith('Развернутый')
        ? name(
            en.replace('Splitted', `${when}Splitted`),
            ru.replace('Развернутый', `${when === 'Opening' ? 'Начальный' : 'Конечный'}Развернутый`),
          )
        : name(`${when}${en}`, `${when === 'Opening' ? 'Начальный' : 'Конечный'}${ru}`),
    ),
  ),
  name('Turnover', 'Оборот'),
  name('TurnoverDr', 'ОборотДт'),
  name('TurnoverCr', 'ОборотКт'),
];

/** Parts of the period that turnover tables offer besides `Период`. */
export const periodFields: readonly LocalText[] = [
  name('SecondPeriod', 'ПериодСекунда'),
  name('MinutePeriod', 'ПериодМинута'),
  name('HourPeriod', 'ПериодЧас'),
  name('DayPeriod', 'ПериодДень'),
  name('WeekPeriod', 'ПериодНеделя'),
  name('TenDaysPeriod', 'ПериодДекада'),
  name('MonthPeriod', 'ПериодМесяц'),
  name('QuarterPeriod', 'ПериодКвартал'),
  name('HalfYearPeriod', 'ПериодПолугодие'),
  name('YearPeriod', 'ПериодГод'),
];

export type VirtualKind =
  | 'sliceFirst'
  | 'sliceLast'
  | 'balance'
  | 'turnovers'
  | 'balanceAndTurnovers'
  | 'accountBalance'
  | 'accountTurnovers'
  | 'accountBalanceAndTurnovers'
  | 'turnoversDrCr'
  | 'extDimensions'
  | 'recordsWithExtDimensions'
  | 'actualActionPeriod'
  | 'scheduleData'
  | 'boundaries'
  | 'points'
  | 'tasksByExecutive';

export const virtualNames: Readonly<Record<VirtualKind, LocalText>> = {
  sliceFirst: name('SliceFirst', 'СрезПервых'),
  sliceLast: name('SliceLast', 'СрезПоследних'),
  balance: name('Balance', 'Остатки'),
  turnovers: name('Turnovers', 'Обороты'),
  balanceAndTurnovers: name('BalanceAndTurnovers', 'ОстаткиИОбороты'),
  accountBalance: name('Balance', 'Остатки'),
  accountTurnovers: name('Turnovers', 'Обороты'),
  accountBalanceAndTurnovers: name('BalanceAndTurnovers', 'ОстаткиИОбороты'),
  turnoversDrCr: name('DrCrTurnovers', 'ОборотыДтКт'),
  extDimensions: name('ExtDimensions', 'Субконто'),
  recordsWithExtDimensions: name('RecordsWithExtDimensions', 'ДвиженияССубконто'),
  actualActionPeriod: name('ActualActionPeriod', 'ФактическийПериодДействия'),
  scheduleData: name('ScheduleData', 'ДанныеГрафика'),
  boundaries: name('Boundaries', 'Границы'),
  points: name('Points', 'Точки'),
  tasksByExecutive: name('TasksByExecutive', 'ЗадачиПоИсполнителю'),
};

export const virtualParameters: Readonly<Record<VirtualKind, readonly ParameterRole[]>> = {
  sliceFirst: ['period', 'condition'],
  sliceLast: ['period', 'condition'],
  balance: ['period', 'condition'],
  turnovers: ['begin', 'end', 'periodicity', 'condition'],
  balanceAndTurnovers: ['begin', 'end', 'periodicity', 'fillMode', 'condition'],
  accountBalance: ['period', 'accountCondition', 'extDimensions', 'condition'],
  accountTurnovers: [
    'begin',
    'end',
    'periodicity',
    'accountCondition',
    'extDimensions',
    'condition',
    'correspondentCondition',
    'correspondentExtDimensions',
  ],
  accountBalanceAndTurnovers: [
    'begin',
    'end',
    'periodicity',
    'fillMode',
    'accountCondition',
    'extDimensions',
    'condition',
  ],
  turnoversDrCr: [
    'begin',
    'end',
    'periodicity',
    'accountCondition',
    'extDimensions',
    'correspondentCondition',
    'correspondentExtDimensions',
    'condition',
  ],
  extDimensions: [],
  recordsWithExtDimensions: ['begin', 'end', 'condition', 'order', 'top'],
  actualActionPeriod: ['condition'],
  scheduleData: ['condition'],
  boundaries: ['condition'],
  points: [],
  tasksByExecutive: ['executive', 'condition'],
};
