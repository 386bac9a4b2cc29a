/** One session of the demonstration: how many days ago, and who said what. */
export interface DemoSession {
  readonly daysAgo: number;
  readonly turns: readonly (readonly [speaker: 'user' | 'agent', text: string])[];
}

/** A made-up year of a made-up person, told in both languages of the product. */
export const demoSessions: readonly DemoSession[] = [
  {
    daysAgo: 210,
    turns: [
      ['user', 'Привет! Меня зовут Анна, я живу в Санкт-Петербурге на Васильевском острове.'],
      ['agent', 'Очень приятно, Анна. Чем вы занимаетесь?'],
      ['user', 'Я работаю архитектором в бюро «Северный свет», проектируем школы и библиотеки.'],
      ['agent', 'Какой проект сейчас самый важный?'],
      ['user', 'Библиотека в Выборге. Сдать рабочую документацию нужно к 15 сентября.'],
      ['user', 'Со мной в проекте конструктор Павел и смежник по вентиляции Ирина.'],
    ],
  },
  {
    daysAgo: 188,
    turns: [
      ['user', 'Вчера взяла из приюта кошку, зовут её Плюшка, ей два года.'],
      ['agent', 'Поздравляю! Как она осваивается?'],
      ['user', 'Прячется под диваном, но ест хорошо. Корм только гипоаллергенный, на курицу у неё аллергия.'],
      [
        'user',
        'Ветеринар сказал привезти Плюшку на прививку через месяц, клиника «Айболит» на Среднем проспекте.',
      ],
      ['agent', 'Через месяц прививка в клинике «Айболит», понятно.'],
    ],
  },
  {
    daysAgo: 160,
    turns: [
      ['user', 'Павел предложил заменить в библиотеке стальные фермы на клеёный брус.'],
      ['agent', 'Что это даёт?'],
      [
        'user',
        'Легче на двенадцать тонн и теплее на вид. Заказчик согласился, но просит уложиться в прежнюю смету.',
      ],
      ['user', 'Ирина против: под брусом не проходит воздуховод диаметром 400.'],
      ['agent', 'Как решили?'],
      ['user', 'Разделили воздуховод на два по 280. Ирина пересчитает до пятницы.'],
    ],
  },
  {
    daysAgo: 131,
    turns: [
      ['user', 'I started learning Portuguese, because in spring we fly to Lisbon with my sister Marina.'],
      ['agent', 'Sounds wonderful. When do you fly?'],
      [
        'user',
        'We fly to Lisbon on the 12th of April. Marina has already booked an apartment in Alfama for nine nights.',
      ],
      ['user', 'She is afraid of heights, so no cable cars, but she wants to see the tile museum.'],
      ['agent', 'What would you like to see?'],
      ['user', 'The Gulbenkian library, of course, and the ocean at Nazaré.'],
    ],
  },
  {
    daysAgo: 97,
    turns: [
      ['user', 'Плохая новость: срок по Выборгу сдвинули, теперь документация нужна к 1 августа.'],
      ['agent', 'Это на полтора месяца раньше. Что будете делать?'],
      ['user', 'Взяли помощницу, студентку Лену из СПбГАСУ. Она чертит узлы фасада.'],
      ['user', 'И я отказалась от бассейна по вторникам, пока не сдадим.'],
    ],
  },
  {
    daysAgo: 64,
    turns: [
      ['user', 'Прилетели из Лиссабона. Марина потеряла чемодан, но на третий день его привезли.'],
      ['agent', 'А что понравилось больше всего?'],
      ['user', 'Музей азулежу и рыба в маленьком кафе в Назаре. Волны были метров десять.'],
      ['user', 'Марина теперь хочет переехать в Порту, ищет там работу переводчиком.'],
    ],
  },
  {
    daysAgo: 33,
    turns: [
      ['user', 'Документацию по библиотеке сдали вчера, на два дня раньше срока!'],
      ['agent', 'Прекрасно! Чей это успех?'],
      ['user', 'Всех. Но без Ирины и её двух воздуховодов мы бы встали. Подарила ей орхидею.'],
      ['user', 'Лену берём в бюро на полставки с сентября.'],
    ],
  },
  {
    daysAgo: 9,
    turns: [
      ['user', 'У Плюшки снова зуд, подозреваю новый корм. Записала её к доктору Орлову на среду в 18:30.'],
      ['agent', 'Доктор Орлов — это та же клиника?'],
      ['user', 'Нет, теперь ходим в «ВетПрофи» на Малом проспекте, «Айболит» закрылся.'],
      ['user', 'My favourite season in the city is the end of May, when the white nights begin.'],
    ],
  },
];

/** What the person asked to keep, word for word. */
export const demoNotes: readonly { readonly content: string; readonly importance: number }[] = [
  { content: 'У Плюшки аллергия на курицу: корм только гипоаллергенный.', importance: 0.9 },
  { content: 'Пароль от домофона дачи знает соседка Тамара, дом 14.', importance: 0.6 },
  { content: 'Marina’s birthday is on the 3rd of November; she collects old maps.', importance: 0.8 },
  { content: 'Чертежи выборгской библиотеки лежат на полке B2 в бюро.', importance: 0.5 },
];
