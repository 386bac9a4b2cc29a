import type { LocaleOf } from '#platform/web';
import type { messages as english } from './en.ts';

export const messages: LocaleOf<typeof english> = {
  code: { copy: 'Скопировать код', language: { bsl: 'Код 1С', query: 'Запрос 1С' } },
  chart: { show: 'Показать числа', hide: 'Скрыть числа' },
  more: 'Показать ещё',
  cancel: 'Отмена',
  name: 'Название',
  diff: {
    added: 'Добавлено: ',
    removed: 'Удалено: ',
    more_one: 'Показать ещё {{count}} строку',
    more_few: 'Показать ещё {{count}} строки',
    more_many: 'Показать ещё {{count}} строк',
    more_other: 'Показать ещё {{count}} строки',
  },
  figure: {
    tools: 'Инструменты схемы',
    zoom_in: 'Крупнее',
    zoom_out: 'Мельче',
    fit: 'Схема целиком',
    full: 'На весь экран',
    leave_full: 'Выйти из полноэкранного режима',
    download: 'Скачать как SVG',
    drawing: 'Рисуем…',
    broken: 'Эту схему не удалось нарисовать',
    source: 'Текст схемы',
  },
  project: {
    label: 'Проект: {{name}}',
    none: 'Без проекта',
    manage: 'Проекты…',
    figures: 'объектов: {{objects}}, модулей: {{modules}}',
    status: { empty: 'пустой', reading: 'читается', ready: 'готов', failed: 'не прочитан' },
  },
  unknown: {
    title: 'Имена, которых нет в конфигурации',
    show: 'Показать строку {{line}}',
    more: 'и ещё {{count}}',
  },
  upload: {
    list: 'Файлы в пути',
    waiting: 'ждёт своей очереди',
    sending: 'отправлено {{percent}} %',
    progress: 'Отправка файла {{name}}',
    retry: 'Повторить',
    stop: 'Не отправлять {{name}}',
    hide: 'Убрать {{name}} из списка',
  },
  person: { gone: 'Удалённый аккаунт', left: 'Бывший участник' },
  markdown: { source: 'Источник {{marker}}', diagram: 'Схема', table: 'Таблица' },
};
