/** Articles of the demonstration; prices in roubles. */
export const demoMerch = [
  {
    title: { ru: 'Кружка «Львиный мост»', en: 'Mug “Lions’ Bridge”' },
    description: {
      ru: 'Белая керамическая кружка на 330 мл с картой каналов. Можно мыть в посудомойке.',
      en: 'A white ceramic mug, 330 ml, with a map of the canals. Dishwasher safe.',
    },
    price: 890,
    stock: 24,
  },
  {
    title: { ru: 'Футболка игрока', en: 'Player’s T-shirt' },
    description: {
      ru: 'Плотный хлопок, компас на спине. Размеры от XS до XXL — укажите в комментарии к адресу.',
      en: 'Heavy cotton, a compass on the back. XS to XXL: name the size beside the address.',
    },
    price: 1_990,
    stock: 40,
  },
  {
    title: { ru: 'Набор открыток', en: 'Set of postcards' },
    description: {
      ru: 'Двенадцать открыток — по одной на каждый маршрут. На обороте место для автографов команды.',
      en: 'Twelve postcards, one for each route, with room for the team’s signatures.',
    },
    price: 450,
    stock: 100,
  },
  {
    title: { ru: 'Дождевик', en: 'Rain cape' },
    description: {
      ru: 'Лёгкий и яркий: в этом городе пригодится в любой месяц.',
      en: 'Light and bright: in this city it is needed in any month.',
    },
    price: 690,
    stock: 3,
  },
] as const;
