/** An event a module may handle: its names, and what its handler may be given; several lists where versions or owners differ. */
export interface ModuleEvent {
  readonly ru: string;
  readonly en: string;
  readonly parameters: readonly (readonly string[])[];
}

function event(names: string, ...lists: readonly string[]): ModuleEvent {
  const [ru = '', en = ''] = names.split(' ');
  const parameters = (lists.length === 0 ? [''] : lists).map((list) => (list === '' ? [] : list.split(' ')));
  return { ru, en, parameters };
}

const fillCheck = event('ОбработкаПроверкиЗаполнения FillCheckProcessing', 'Отказ ПроверяемыеРеквизиты');

const objectEvents = [
  event('ПередЗаписью BeforeWrite', 'Отказ', 'Отказ РежимЗаписи РежимПроведения'),
  event('ПриЗаписи OnWrite', 'Отказ'),
  event('ПередУдалением BeforeDelete', 'Отказ'),
  event('ПриКопировании OnCopy', 'ОбъектКопирования'),
  event(
    'ОбработкаЗаполнения Filling',
    'ДанныеЗаполнения ТекстЗаполнения СтандартнаяОбработка',
    'ДанныеЗаполнения СтандартнаяОбработка',
  ),
  fillCheck,
  event('ПриУстановкеНовогоКода OnSetNewCode', 'СтандартнаяОбработка Префикс'),
  event('ПриУстановкеНовогоНомера OnSetNewNumber', 'СтандартнаяОбработка Префикс'),
  event('ОбработкаПроведения Posting', 'Отказ РежимПроведения'),
  event('ОбработкаУдаленияПроведения UndoPosting', 'Отказ'),
];

const formEvents = [
  event('ПриСозданииНаСервере OnCreateAtServer', 'Отказ СтандартнаяОбработка'),
  event('ПриОткрытии OnOpen', 'Отказ'),
  event(
    'ПередЗакрытием BeforeClose',
    'Отказ ЗавершениеРаботы ТекстПредупреждения СтандартнаяОбработка',
    'Отказ СтандартнаяОбработка',
  ),
  event('ПриЗакрытии OnClose', 'ЗавершениеРаботы', ''),
  event('ПриЧтенииНаСервере OnReadAtServer', 'ТекущийОбъект'),
  event('ПередЗаписью BeforeWrite', 'Отказ ПараметрыЗаписи'),
  event('ПередЗаписьюНаСервере BeforeWriteAtServer', 'Отказ ТекущийОбъект ПараметрыЗаписи'),
  event('ПриЗаписиНаСервере OnWriteAtServer', 'Отказ ТекущийОбъект ПараметрыЗаписи'),
  event('ПослеЗаписиНаСервере AfterWriteAtServer', 'ТекущийОбъект ПараметрыЗаписи'),
  event('ПослеЗаписи AfterWrite', 'ПараметрыЗаписи'),
  event('ОбработкаОповещения NotificationProcessing', 'ИмяСобытия Параметр Источник'),
  event('ОбработкаВыбора ChoiceProcessing', 'ВыбранноеЗначение ИсточникВыбора'),
  event('ОбработкаПроверкиЗаполненияНаСервере FillCheckProcessingAtServer', 'Отказ ПроверяемыеРеквизиты'),
  event('ПриЗагрузкеДанныхИзНастроекНаСервере OnLoadDataFromSettingsAtServer', 'Настройки'),
];

const managerEvents = [
  event(
    'ОбработкаПолученияДанныхВыбора ChoiceDataGetProcessing',
    'ДанныеВыбора Параметры СтандартнаяОбработка',
  ),
  event(
    'ОбработкаПолученияФормы FormGetProcessing',
    'ВидФормы Параметры ВыбраннаяФорма ДополнительнаяИнформация СтандартнаяОбработка',
  ),
  event('ОбработкаПолученияПолейПредставления PresentationFieldsGetProcessing', 'Поля СтандартнаяОбработка'),
  event(
    'ОбработкаПолученияПредставления PresentationGetProcessing',
    'Данные Представление СтандартнаяОбработка',
  ),
];

const applicationEvents = [
  event('ПередНачаломРаботыСистемы BeforeStart', 'Отказ'),
  event('ПриНачалеРаботыСистемы OnStart'),
  event('ПередЗавершениемРаботыСистемы BeforeExit', 'Отказ ТекстПредупреждения', 'Отказ'),
  event('ПриЗавершенииРаботыСистемы OnExit'),
  event('ОбработкаВнешнегоСобытия ExternEventProcessing', 'Источник Событие Данные'),
];

const byModuleType: Readonly<Record<string, readonly ModuleEvent[]>> = {
  ObjectModule: objectEvents,
  RecordSetModule: [
    event('ПередЗаписью BeforeWrite', 'Отказ Замещение'),
    event('ПриЗаписи OnWrite', 'Отказ Замещение'),
    fillCheck,
  ],
  ValueManagerModule: [
    event('ПередЗаписью BeforeWrite', 'Отказ'),
    event('ПриЗаписи OnWrite', 'Отказ'),
    fillCheck,
  ],
  ManagerModule: managerEvents,
  FormModule: formEvents,
  CommandModule: [event('ОбработкаКоманды CommandProcessing', 'ПараметрКоманды ПараметрыВыполненияКоманды')],
  ManagedApplicationModule: applicationEvents,
  OrdinaryApplicationModule: applicationEvents,
  ApplicationModule: applicationEvents,
  SessionModule: [event('УстановкаПараметровСеанса SessionParametersSetting', 'ТребуемыеПараметры')],
};

/** The events of a type of module by their names, lower case. */
export function eventsOf(moduleType: string): ReadonlyMap<string, ModuleEvent> {
  const events = Object.hasOwn(byModuleType, moduleType) ? (byModuleType[moduleType] ?? []) : [];
  return new Map(
    events.flatMap((each) => [
      [each.ru.toLowerCase(), each] as const,
      [each.en.toLowerCase(), each] as const,
    ]),
  );
}
