import type { LocaleOf } from '#platform/web';
import type { messages as english } from './en.ts';

export const messages: LocaleOf<typeof english> = {
  zoom_in: 'Приблизить',
  zoom_out: 'Отдалить',
  show_all: 'Показать всё',
  show_me: 'Показать, где я',
  place_here: 'Поставить в середине карты',
  cluster_one: 'Здесь {{count}} точка, приблизить',
  cluster_few: 'Рядом {{count}} точки, приблизить',
  cluster_many: 'Рядом {{count}} точек, приблизить',
  cluster_other: 'Рядом {{count}} точки, приблизить',
  draggable: '{{label}}. Стрелки двигают метку, с Shift — дальше.',
  you: 'Вы здесь',
  loading: 'Карта загружается',
};
