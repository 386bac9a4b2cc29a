/** Pieces that occur in code and hardly in prose; the brackets weigh twice. */
export const pieces: readonly string[] = [
  ...['КонецПроцедуры', 'КонецФункции', 'КонецЕсли;', 'КонецЦикла;', 'КонецПопытки;', 'Возврат;'],
  ...['EndProcedure', 'EndFunction', 'EndIf;', 'EndDo;', 'EndTry;', 'Return;'],
  ...['.НайтиСтроки(', '.Выбрать(', '.Выгрузить(', '.Выполнить(', 'СтрНайти(', 'СтрНачинаетсяС('],
  ...['.FindRows(', '.Select(', '.Unload(', '.Execute(', 'StrFind(', 'StrStartsWith('],
  ...['#Если', '#Иначе', '#КонецЕсли', '#Область', '#If', '#Else', '#ElsIf', '#EndIf', '#Region'],
  ...['?(', '?(', ');', ');'],
];

export const certainWords: ReadonlySet<string> = new Set(['ИначеЕсли', 'ElsIf']);

/** Words of queries and operators that stand apart. */
export const queryWords: ReadonlySet<string> = new Set([
  ...['ВЫБРАТЬ', 'РАЗРЕШЕННЫЕ', 'ПЕРВЫЕ', 'ГДЕ', 'СОЕДИНЕНИЕ', 'НЕ', 'ОБЪЕДИНИТЬ', 'ВЫБОР', 'КАК'],
  ...['ТОГДА', 'КОГДА', 'ИНАЧЕ', 'ПОМЕСТИТЬ', 'ИЗ', '=', '+'],
  ...['SELECT', 'JOIN', 'NOT', 'AS', 'THEN', 'CASE', 'ELSE', 'FROM', 'INTO'],
]);

export const logicWords: ReadonlySet<string> = new Set(['И', 'ИЛИ', 'AND', 'OR']);

export const plainWords: ReadonlySet<string> = new Set([
  ...['Если', 'Тогда', 'Процедура', 'Функция', 'Пока', 'Для', 'Каждого', 'Цикл', 'Возврат', 'Новый', '*'],
  ...['If', 'Then', 'Procedure', 'Function', 'Do', 'For', 'While', 'Return', 'New'],
]);

/** The head of a method, or a compilation directive. */
export const declaration =
  /^[/\s]*(?:(?:Процедура|Функция|Procedure|Function)\s+[а-яё\w]+\s*\(|&На[а-яё]+|&At\w+)/iu;
