/** Words that say nothing about what a requirement is about. */
export const stopRoots =
  'система системы системе систему системой должен обязан необходимо следует требуется нужно может могут можно программа модуль подсистема пользователь для при что как чтобы если или также это его она они все над под без через после перед более менее чем быть будет будут течение каждый каждого каждому который которая которые позднее дольше превышать составлять занимать секунд секунды секунду минут минуты минуту часов час часа дней дня процентов процента рублей the shall must should may system user and for with from that this than within not least most more less are was were been has have will can each any all its into per second seconds minute minutes hour hours day days percent'.split(
    ' ',
  );
