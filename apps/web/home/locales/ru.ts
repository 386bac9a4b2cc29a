import type { LocaleOf } from '#platform/web';
import type { messages as english } from './en.ts';

export const messages: LocaleOf<typeof english> = {
  morning: 'Доброе утро, {{name}}',
  afternoon: 'Добрый день, {{name}}',
  evening: 'Добрый вечер, {{name}}',
  night: 'Доброй ночи, {{name}}',
  help: 'Всё, что вам открыто, — здесь и в меню.',
  products: 'Вам открыто',
  open: 'Открыть',
  nothing: 'Пока вам ничего не открыто',
  nothing_hint: 'Роли выдаёт администратор. Всё, что они открывают, появится здесь само.',
  health: {
    title: 'Состояние системы',
    healthy: 'Всё работает',
    degraded: 'Работает с ограничениями',
    unhealthy: 'Не работает',
    component: { healthy: 'работает', degraded: 'с ограничениями', unhealthy: 'не работает' },
    milliseconds: '{{value}} мс',
    version: 'Версия {{version}}',
    breaker: {
      title: 'Внешние службы',
      closed: 'доступна',
      half_open: 'проверяется снова',
      open: 'временно отключена',
    },
  },
};
