interface Members {
  readonly title: string;
  readonly methods: ReadonlySet<string>;
  /** Undefined where a collection has properties of the program's own. */
  readonly properties: ReadonlySet<string> | undefined;
}

const words = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().split(/\s+/u));

function collection(title: string, methods: string, properties?: string): Members {
  return {
    title,
    methods: words(methods),
    properties: properties === undefined ? undefined : words(properties),
  };
}

const array = collection(
  'Массив',
  `ВГраница UBound Вставить Insert Добавить Add Количество Count Найти Find Очистить Clear Получить Get Удалить Delete
  Установить Set`,
  '',
);
const structure = collection(
  'Структура',
  'Вставить Insert Количество Count Очистить Clear Свойство Property Удалить Delete',
);
const map = collection(
  'Соответствие',
  'Вставить Insert Количество Count Очистить Clear Получить Get Удалить Delete',
);
const valueList = collection(
  'СписокЗначений',
  `ВыбратьЭлемент ChooseItem Вставить Insert ВыгрузитьЗначения UnloadValues Добавить Add ЗагрузитьЗначения LoadValues
  ЗаполнитьПометки FillChecks Индекс IndexOf Количество Count НайтиПоЗначению FindByValue НайтиПоИдентификатору FindByID
  ОтметитьЭлементы CheckItems Очистить Clear ПоказатьВыборЭлемента ShowChooseItem ПоказатьОтметкуЭлементов ShowCheckItems
  Получить Get Сдвинуть Move Скопировать Copy СортироватьПоЗначению SortByValue СортироватьПоПредставлению
  SortByPresentation Удалить Delete`,
  'ДоступныеЗначения AvailableValues ТипЗначения ValueType',
);
const valueTable = collection(
  'ТаблицаЗначений',
  `ВыбратьСтроку ChooseRow Вставить Insert ВыгрузитьКолонку UnloadColumn Добавить Add ЗагрузитьКолонку LoadColumn
  ЗаполнитьЗначения FillValues Индекс IndexOf Итог Total Количество Count Найти Find НайтиСтроки FindRows Очистить Clear
  ПоказатьВыборСтроки ShowChooseRow Получить Get Свернуть GroupBy Сдвинуть Move Скопировать Copy СкопироватьКолонки
  CopyColumns Сортировать Sort Удалить Delete`,
  'Индексы Indexes Колонки Columns',
);
const valueTree = collection(
  'ДеревоЗначений',
  'ВыбратьСтроку ChooseRow ПоказатьВыборСтроки ShowChooseRow Скопировать Copy',
  'Колонки Columns Строки Rows',
);

/** What values have that code makes with `Новый`, by the name of their type, lower case. */
export const collectionMembers: ReadonlyMap<string, Members> = new Map([
  ['массив', array],
  ['array', array],
  ['структура', structure],
  ['structure', structure],
  ['соответствие', map],
  ['map', map],
  ['списокзначений', valueList],
  ['valuelist', valueList],
  ['таблицазначений', valueTable],
  ['valuetable', valueTable],
  ['деревозначений', valueTree],
  ['valuetree', valueTree],
]);
