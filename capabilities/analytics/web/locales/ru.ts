import type { LocaleOf } from '#platform/web';
import type { messages as english } from './en.ts';

export const messages: LocaleOf<typeof english> = {
  title: 'Аналитика',
  help: 'Что люди делают с квестами и не только. Считаем сами, без посторонних сервисов. Сегодняшний день учтён.',
  funnel: {
    choose: 'Воронка',
    title: 'Как далеко доходят',
    help: 'Каждый человек учтён на каждом шаге один раз и только если прошёл предыдущий.',
    step: 'Шаг',
    persons: 'Людей',
    of_first: 'От первого шага',
    of_previous: 'От предыдущего',
    detail: 'Шаги внутри',
    point: 'Шаг {{number}}',
    none: 'Воронок пока нет',
    none_hint: 'Они появятся здесь, когда их опишет один из продуктов.',
  },
  overview: {
    title: 'Что происходило',
    event: 'Событие',
    events: 'Раз',
    persons: 'Людей',
    value_sum: 'Сумма',
    value_mean: 'Среднее',
    value_p50: 'Медиана',
    approximate:
      'Отдельные события за эти дни уже не хранятся, поэтому число людей и медианы приблизительны.',
  },
  series: {
    title: 'По дням',
    event: 'Событие',
    day: 'День',
    events: 'Раз',
    persons: 'Людей',
  },
  cohorts: {
    title: 'Кто возвращается',
    help: 'По неделе первого появления: какая доля людей пришла снова спустя столько-то недель.',
    week: 'Первая неделя',
    persons: 'Людей',
    later_one: 'Через {{count}} неделю',
    later_few: 'Через {{count}} недели',
    later_many: 'Через {{count}} недель',
    later_other: 'Через {{count}} недели',
  },
  range: {
    legend: 'Дни',
    from: 'С',
    to: 'По',
    wrong: 'Первый день не должен быть позже последнего, всего не больше года.',
  },
  table: { show: 'Показать таблицей', hide: 'Скрыть таблицу' },
  chart: '{{title}}. Те же числа есть в таблице ниже.',
  csv: { download: 'Скачать CSV', file: 'analitika' },
  empty: 'В эти дни ничего не происходило',
  empty_hint: 'Выберите другие дни.',
  refusal: {
    range_invalid: 'За эти дни отчёт не построить: не больше года, и первый день не позже последнего.',
    subject_not_found: 'Этого нет среди ваших.',
    funnel_not_found: 'Такой воронки больше нет.',
  },
};
