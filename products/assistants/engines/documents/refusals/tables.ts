/** Why a file is not read, for people; `{}` stands for the detail. */
export const refusalTexts = {
  empty: { ru: 'Файл пуст.', en: 'The file is empty.' },
  unsupported: { ru: 'Такой файл не читается: {}.', en: 'This kind of file cannot be read: {}.' },
  binary: {
    ru: 'Это двоичные данные, а не текст.',
    en: 'These are binary data, not text.',
  },
  encrypted: {
    ru: 'Файл зашифрован или защищён паролем. Снимите защиту и загрузите его снова.',
    en: 'The file is encrypted or protected by a password. Remove the protection and send it again.',
  },
  broken: { ru: 'Файл повреждён: {}.', en: 'The file is damaged: {}.' },
  too_large: { ru: 'Файл слишком велик: {}.', en: 'The file is too large: {}.' },
  too_many_entries: {
    ru: 'В архиве слишком много файлов: {}.',
    en: 'The archive holds too many files: {}.',
  },
  suspicious_ratio: {
    ru: 'Файл распаковывается в подозрительно большой объём: {}.',
    en: 'The file unpacks to a suspiciously large size: {}.',
  },
  nested_archive: {
    ru: 'Внутри файла лежит другой архив: {}.',
    en: 'There is another archive inside the file: {}.',
  },
  unsafe_name: {
    ru: 'В архиве есть файл с недопустимым именем: {}.',
    en: 'The archive holds a file with an unsafe name: {}.',
  },
  unsafe_xml: {
    ru: 'В файле есть объявление DOCTYPE, такие файлы не читаются: {}.',
    en: 'The file declares a DOCTYPE, such files are not read: {}.',
  },
  too_deep: { ru: 'Слишком глубокая вложенность: {}.', en: 'Nested too deeply: {}.' },
  line_too_long: { ru: 'Слишком длинная строка: {}.', en: 'A line is too long: {}.' },
} as const;
