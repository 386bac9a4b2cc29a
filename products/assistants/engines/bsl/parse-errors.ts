import type { Span } from './tokens.ts';

/** What a parse error says; the code names the construct that was expected or the limit that was met. */
export interface ParseError extends Span {
  readonly code: ParseErrorCode;
}

export type ParseErrorCode = keyof typeof parseErrorTexts;

export const parseErrorTexts = {
  unexpected: { ru: 'Лишний текст', en: 'Unexpected text' },
  expression: { ru: 'Ожидается выражение', en: 'An expression is expected' },
  statement: { ru: 'Ожидается присваивание или вызов', en: 'An assignment or a call is expected' },
  name: { ru: 'Ожидается имя', en: 'A name is expected' },
  member: { ru: 'После точки ожидается имя', en: 'A name is expected after the dot' },
  closeParen: { ru: 'Ожидается «)»', en: '")" is expected' },
  openParen: { ru: 'Ожидается «(»', en: '"(" is expected' },
  closeBracket: { ru: 'Ожидается «]»', en: '"]" is expected' },
  comma: { ru: 'Ожидается «,»', en: '"," is expected' },
  colon: { ru: 'Ожидается «:»', en: '":" is expected' },
  equal: { ru: 'Ожидается «=»', en: '"=" is expected' },
  thenKeyword: { ru: 'Ожидается «Тогда»', en: '"Then" is expected' },
  doKeyword: { ru: 'Ожидается «Цикл»', en: '"Do" is expected' },
  toKeyword: { ru: 'Ожидается «По»', en: '"To" is expected' },
  inKeyword: { ru: 'Ожидается «Из»', en: '"In" is expected' },
  except: { ru: 'Ожидается «Исключение»', en: '"Except" is expected' },
  endIf: { ru: 'Ожидается «КонецЕсли»', en: '"EndIf" is expected' },
  endDo: { ru: 'Ожидается «КонецЦикла»', en: '"EndDo" is expected' },
  endTry: { ru: 'Ожидается «КонецПопытки»', en: '"EndTry" is expected' },
  endProcedure: { ru: 'Ожидается «КонецПроцедуры»', en: '"EndProcedure" is expected' },
  endFunction: { ru: 'Ожидается «КонецФункции»', en: '"EndFunction" is expected' },
  constant: { ru: 'Значение по умолчанию должно быть константой', en: 'A default value must be a constant' },
  string: { ru: 'Строка не закрыта', en: 'The string is not closed' },
  date: { ru: 'Дата не закрыта', en: 'The date is not closed' },
  semicolon: { ru: 'Между операторами ожидается «;»', en: '";" is expected between statements' },
  tooDeep: { ru: 'Слишком глубокая вложенность', en: 'Nested too deep' },
} as const;
