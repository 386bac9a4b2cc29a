import type { LocaleOf } from '#platform/web';
import type { messages as english } from './en.ts';

export const messages: LocaleOf<typeof english> = {
  free: 'Бесплатно',
  stars: '{{stars}} из 5',
  rating_one: 'Оценка {{average}} из 5, {{count}} отзыв',
  rating_few: 'Оценка {{average}} из 5, {{count}} отзыва',
  rating_many: 'Оценка {{average}} из 5, {{count}} отзывов',
  rating_other: 'Оценка {{average}} из 5, {{count}} отзыва',
  no_rating: 'Пока без оценок',
  difficulty: {
    label: 'Сложность: {{level}}',
    '1': 'совсем легко',
    '2': 'легко',
    '3': 'средне',
    '4': 'сложно',
    '5': 'очень сложно',
  },
  player: 'Игрок {{name}}',
  points_one: '{{count}} точка',
  points_few: '{{count}} точки',
  points_many: '{{count}} точек',
  points_other: '{{count}} точки',
  away: '{{distance}} от вас',
};
