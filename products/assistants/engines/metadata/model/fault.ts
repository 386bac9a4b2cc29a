import type { LocalText } from './kinds.ts';

export type FaultCode =
  | 'no_configuration'
  | 'several_configurations'
  | 'unreadable'
  | 'not_text'
  | 'broken_xml'
  | 'doctype_refused'
  | 'too_deep'
  | 'too_big'
  | 'too_many_elements'
  | 'wrong_root'
  | 'no_name'
  | 'missing_file'
  | 'not_listed'
  | 'duplicate_object';

/** Something in the export that could not be read; everything else still is. */
export interface Fault {
  readonly code: FaultCode;
  readonly file: string;
  /** 0-based. */
  readonly line: number;
  readonly message: LocalText;
}

const texts: Readonly<Record<FaultCode, LocalText>> = {
  no_configuration: {
    ru: 'В папке нет описания конфигурации (Configuration.xml или Configuration.mdo)',
    en: 'No configuration description found (Configuration.xml or Configuration.mdo)',
  },
  several_configurations: {
    ru: 'Найдено несколько конфигураций, прочитана первая',
    en: 'Several configurations found, the first one is read',
  },
  unreadable: { ru: 'Файл не читается', en: 'The file cannot be read' },
  not_text: { ru: 'Файл не является текстом в UTF-8', en: 'The file is not UTF-8 text' },
  broken_xml: { ru: 'Ошибка в XML', en: 'Broken XML' },
  doctype_refused: { ru: 'Объявление DOCTYPE не допускается', en: 'A DOCTYPE is not allowed' },
  too_deep: { ru: 'Слишком глубокая вложенность XML', en: 'XML is nested too deep' },
  too_big: { ru: 'Файл больше допустимого размера', en: 'The file is larger than allowed' },
  too_many_elements: { ru: 'В файле слишком много элементов', en: 'The file has too many elements' },
  wrong_root: { ru: 'Неожиданный корневой элемент', en: 'Unexpected root element' },
  no_name: { ru: 'У объекта нет имени', en: 'The object has no name' },
  missing_file: {
    ru: 'Объект перечислен в конфигурации, но его файла нет',
    en: 'The object is listed in the configuration but has no file',
  },
  not_listed: {
    ru: 'Объект есть в папке, но не перечислен в конфигурации',
    en: 'The object is in the folder but not listed in the configuration',
  },
  duplicate_object: { ru: 'Объект описан дважды', en: 'The object is described twice' },
};

export function fault(code: FaultCode, file: string, line = 0, detail = ''): Fault {
  const text = texts[code];
  const tail = detail === '' ? '' : `: ${detail}`;
  return { code, file, line, message: { ru: text.ru + tail, en: text.en + tail } };
}
