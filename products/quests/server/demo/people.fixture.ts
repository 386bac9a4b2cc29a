/** Players of the demonstration: local part of the address, name, and how they like to play. */
export const demoPlayers: readonly { readonly name: string; readonly displayName: string }[] = [
  { name: 'anna-v', displayName: 'Анна Воронцова' },
  { name: 'mikhail-k', displayName: 'Михаил Крылов' },
  { name: 'olga-s', displayName: 'Ольга Соловьёва' },
  { name: 'dmitry-l', displayName: 'Дмитрий Лебедев' },
  { name: 'elena-m', displayName: 'Елена Морозова' },
  { name: 'sergey-p', displayName: 'Сергей Павлов' },
  { name: 'natalia-g', displayName: 'Наталья Громова' },
  { name: 'alexey-z', displayName: 'Алексей Зимин' },
  { name: 'irina-b', displayName: 'Ирина Белова' },
  { name: 'pavel-o', displayName: 'Павел Орлов' },
  { name: 'maria-t', displayName: 'Мария Титова' },
  { name: 'nikita-f', displayName: 'Никита Фомин' },
  { name: 'svetlana-d', displayName: 'Светлана Дорохова' },
  { name: 'ivan-r', displayName: 'Иван Рябов' },
  { name: 'daria-n', displayName: 'Дарья Никитина' },
  { name: 'kirill-e', displayName: 'Кирилл Ершов' },
  { name: 'polina-ch', displayName: 'Полина Чернова' },
  { name: 'artem-sh', displayName: 'Артём Шаров' },
  { name: 'vera-y', displayName: 'Вера Яковлева' },
  { name: 'roman-u', displayName: 'Роман Уткин' },
  { name: 'ksenia-h', displayName: 'Ксения Хохлова' },
  { name: 'gleb-i', displayName: 'Глеб Ильин' },
  { name: 'tatiana-zh', displayName: 'Татьяна Жукова' },
  { name: 'maxim-v', displayName: 'Максим Виноградов' },
  { name: 'alina-k', displayName: 'Алина Кузьмина' },
  { name: 'stepan-m', displayName: 'Степан Макаров' },
  { name: 'yulia-a', displayName: 'Юлия Андреева' },
  { name: 'egor-t', displayName: 'Егор Тихонов' },
  { name: 'lidia-p', displayName: 'Лидия Полякова' },
  { name: 'fedor-s', displayName: 'Фёдор Сомов' },
];

export const praise: readonly string[] = [
  'Прошли всей семьёй за выходной — дети в восторге, взрослые тоже. Подсказки честные.',
  'Живу здесь двадцать лет и половины не знал. Отличные истории на каждой точке.',
  'Хороший темп: не успеваешь ни устать, ни заскучать. Вернёмся за следующим.',
  'Маршрут продуман, GPS срабатывал сразу, вопросы не из головы.',
  'Гуляли вечером — атмосфера потрясающая. Спасибо автору за голос города.',
  'Командой вчетвером — самое то. Спорили над каждым ответом.',
];

export const mixed: readonly string[] = [
  'В целом понравилось, но последняя точка далековато.',
  'Вопросы простые, зато прогулка приятная.',
  'Одна подсказка слишком прямая, остальное хорошо.',
  'Было ветрено и людно, сам квест ни при чём. Твёрдая четвёрка.',
];

export const criticism: readonly string[] = [
  'Ожидали больше загадок за эти деньги.',
  'Одну точку загородили лесами, пришлось пропускать.',
];
