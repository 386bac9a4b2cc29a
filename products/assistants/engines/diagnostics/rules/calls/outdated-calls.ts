import { nameSet } from '../../names.ts';
import { ruleOfNames } from './name-rule.ts';

export const deprecatedCurrentDate = ruleOfNames(
  {
    key: 'DeprecatedCurrentDate',
    type: 'error',
    severity: 'major',
    minutes: 5,
    dialect: 'bsl',
    standards: [643],
    title: { ru: 'Вызов «ТекущаяДата»', en: 'A call of "CurrentDate"' },
    message: {
      ru: 'На сервере возьмите «ТекущаяДатаСеанса», на клиенте дату сеанса передайте с сервера',
      en: 'On the server take "CurrentSessionDate"; pass the session date to the client',
    },
  },
  { names: nameSet('ТекущаяДата', 'CurrentDate') },
);

export const deprecatedFind = ruleOfNames(
  {
    key: 'DeprecatedFind',
    type: 'smell',
    severity: 'minor',
    minutes: 2,
    dialect: 'bsl',
    title: { ru: 'Вызов «Найти»', en: 'A call of "Find"' },
    message: { ru: 'Замените «Найти» на «СтрНайти»', en: 'Replace "Find" with "StrFind"' },
  },
  { names: nameSet('Найти', 'Find') },
);

export const deprecatedMessage = ruleOfNames(
  {
    key: 'DeprecatedMessage',
    type: 'smell',
    severity: 'minor',
    minutes: 2,
    dialect: 'bsl',
    standards: [418],
    title: { ru: 'Вызов «Сообщить»', en: 'A call of "Message"' },
    message: {
      ru: 'Покажите текст объектом «СообщениеПользователю»: он укажет и поле',
      en: 'Show the text with "UserMessage": it can point at the field too',
    },
  },
  { names: nameSet('Сообщить', 'Message') },
);

export const getFormMethod = ruleOfNames(
  {
    key: 'GetFormMethod',
    type: 'error',
    severity: 'major',
    minutes: 15,
    dialect: 'bsl',
    standards: [404],
    title: { ru: 'Вызов «ПолучитьФорму»', en: 'A call of "GetForm"' },
    message: {
      ru: 'Откройте форму методом «ОткрытьФорму» с параметрами',
      en: 'Open the form with "OpenForm" and parameters',
    },
  },
  { names: nameSet('ПолучитьФорму', 'GetForm'), ofObjects: true },
);

export const tempFilesDir = ruleOfNames(
  {
    key: 'TempFilesDir',
    type: 'smell',
    severity: 'major',
    minutes: 5,
    dialect: 'bsl',
    standards: [542],
    title: { ru: 'Вызов «КаталогВременныхФайлов»', en: 'A call of "TempFilesDir"' },
    message: {
      ru: 'Возьмите имя у «ПолучитьИмяВременногоФайла»',
      en: 'Take the name from "GetTempFileName"',
    },
  },
  { names: nameSet('КаталогВременныхФайлов', 'TempFilesDir') },
);
