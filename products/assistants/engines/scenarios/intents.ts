import type { Step } from './feature.ts';

const quoted = `[«"']([^»"']+)[»"']`;
/** A name without quotes: up to the end of the clause. */
const named = String.raw`([\p{L}\p{N}_][\p{L}\p{N}_ -]*?)`;

type Make = (groups: readonly string[]) => readonly Omit<Step, 'keyword'>[];

interface Intent {
  readonly pattern: RegExp;
  readonly make: Make;
  /** The clause says what must be seen, not what is done. */
  readonly isResult?: true;
}

const step = (text: string): readonly Omit<Step, 'keyword'>[] => [{ text }];
const clean = (text: string | undefined): string => (text ?? '').trim().replaceAll('"', "'");
const shape = (source: string): RegExp => new RegExp(source, 'iu');

const objectKinds: readonly (readonly [RegExp, string])[] = [
  [/^справочник/iu, 'списка справочника'],
  [/^документ/iu, 'списка документа'],
  [/^обработк/iu, 'обработки'],
  [/^отч[её]т/iu, 'отчета'],
  [/^регистр\S* сведени/iu, 'списка регистра сведений'],
  [/^регистр\S* накоплени/iu, 'списка регистра накопления'],
  [/^план\S* счет/iu, 'списка плана счетов'],
];

function openForm([kind = '', name = '']: readonly string[]): readonly Omit<Step, 'keyword'>[] {
  const word = objectKinds.find(([pattern]) => pattern.test(kind))?.[1] ?? 'списка документа';
  const metadata = clean(name)
    .split(/\s+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
  return step(`Я открываю основную форму ${word} "${metadata}"`);
}

/** What people write → steps of the library; the first that fits is taken. */
export const intents: readonly Intent[] = [
  {
    pattern: shape(`в раздел\\S* ${quoted}.*?(?:выбира|открыва|переход)\\S* ${quoted}`),
    make: ([section, command]) =>
      step(`В командном интерфейсе я выбираю "${clean(section)}" "${clean(command)}"`),
  },
  {
    pattern: shape(
      `в таблиц\\S* ${quoted}.*?пол\\S* ${quoted}.*?(?:ввод|указыва|заполня|вписыва)\\S*(?: значени\\S*| текст)? ${quoted}`,
    ),
    make: ([table, field, value]) =>
      step(`в таблице "${clean(table)}" в поле "${clean(field)}" я ввожу текст "${clean(value)}"`),
  },
  {
    pattern: shape(`в таблиц\\S* ${quoted}.*?(?:добавля\\S*|нажима\\S* ${quoted})`),
    make: ([table, button]) =>
      step(
        `в таблице "${clean(table)}" я нажимаю на кнопку "${clean(button) === '' ? 'Добавить' : clean(button)}"`,
      ),
  },
  {
    pattern: shape(
      `(?:из списка|из выпадающего списка|в списке) ${quoted}.*?(?:выбира|отмеча)\\S*(?: значени\\S*)? ${quoted}`,
    ),
    make: ([field, value]) =>
      step(`из выпадающего списка "${clean(field)}" я выбираю точное значение "${clean(value)}"`),
  },
  {
    pattern: shape(`(?:в поле|пол[ея]) ${quoted}.*?(?:выбира)\\S*(?: значени\\S*)? ${quoted}`),
    make: ([field, value]) =>
      step(`из выпадающего списка "${clean(field)}" я выбираю точное значение "${clean(value)}"`),
  },
  {
    pattern: shape(
      `(?:в поле|пол[ея]) ${quoted}.*?(?:ввод|указыва|заполня|вписыва|пиш)\\S*(?: значени\\S*| текст\\S*)? ${quoted}`,
    ),
    make: ([field, value]) => step(`в поле "${clean(field)}" я ввожу текст "${clean(value)}"`),
  },
  {
    pattern: shape(`(?:ввод|указыва|заполня|вписыва)\\S* (?:пол[ея] )?${quoted} (?:значени\\S* )?${quoted}`),
    make: ([field, value]) => step(`в поле "${clean(field)}" я ввожу текст "${clean(value)}"`),
  },
  {
    pattern: shape(`(?:ввод|указыва|вписыва)\\S* ${quoted} в пол\\S* ${quoted}`),
    make: ([value, field]) => step(`в поле "${clean(field)}" я ввожу текст "${clean(value)}"`),
  },
  {
    pattern: shape(`(?:снима)\\S* (?:флаг\\S*|флажок|галочк\\S*) ${quoted}`),
    make: ([flag]) => step(`я снимаю флаг "${clean(flag)}"`),
  },
  {
    pattern: shape(`(?:устанавлива|став|включа|отмеча)\\S* (?:флаг\\S*|флажок|галочк\\S*) ${quoted}`),
    make: ([flag]) => step(`я устанавливаю флаг "${clean(flag)}"`),
  },
  {
    pattern: shape(`(?:переход|открыва)\\S* (?:на |к )?(?:закладк|вкладк|страниц)\\S* ${quoted}`),
    make: ([page]) => step(`я перехожу к закладке "${clean(page)}"`),
  },
  {
    pattern: shape(
      `(?:пол[ея]|элемент\\S*) ${quoted} (?:равн\\S*|имеет значени\\S*|стало? равн\\S*|содержит|заполнен\\S*) ${quoted}`,
    ),
    make: ([field, value]) => step(`элемент формы "${clean(field)}" стал равен "${clean(value)}"`),
    isResult: true,
  },
  {
    pattern: shape(`(?:сообщени\\S*|ошибк\\S*|предупреждени\\S*)[^«"']*${quoted}`),
    make: ([text]) =>
      step(`я жду, что в сообщениях пользователю будет подстрока "${clean(text)}" в течение 30 секунд`),
    isResult: true,
  },
  {
    pattern: shape(`(?:откры\\S*|появ\\S*|вид\\S*) (?:окно|форм\\S*) ${quoted}`),
    make: ([title]) => step(`открылось окно "${clean(title)}"`),
    isResult: true,
  },
  {
    pattern: shape(
      `открыва\\S* (?:форму |список )*(справочник\\S*|документ\\S*|обработк\\S*|отч[её]т\\S*|регистр\\S* (?:сведени|накоплени)\\S*|план\\S* счетов) (?:${quoted}|${named})\\s*$`,
    ),
    make: ([kind = '', name, bare]) => openForm([kind, name ?? bare ?? '']),
  },
  {
    pattern: shape('провод\\S* (?:документ\\S* )?и закрыва'),
    make: () => step("я нажимаю на кнопку с именем 'ФормаПровестиИЗакрыть'"),
  },
  {
    pattern: shape('(?:^|\\s)(?:провод[а-яё]*|провести)'),
    make: () => step("я нажимаю на кнопку с именем 'ФормаПровести'"),
  },
  {
    pattern: shape('(?:записыва|сохраня)\\S* (?:[а-яё]+ )?и закрыва'),
    make: () => step("я нажимаю на кнопку с именем 'ФормаЗаписатьИЗакрыть'"),
  },
  {
    pattern: shape('(?:^|\\s)(?:записыва|сохраня)[а-яё]*'),
    make: () => step("я нажимаю на кнопку с именем 'ФормаЗаписать'"),
  },
  {
    pattern: shape(
      '(?:созда[её]|добавля)[а-яё]* (?:нов\\S* )?(?:документ|элемент|запись|карточк|контрагент|номенклатур)',
    ),
    make: () => step("я нажимаю на кнопку с именем 'ФормаСоздать'"),
  },
  {
    pattern: shape('закрыва\\S* (?:окно|форм|документ|карточк)'),
    make: () => step('я закрываю текущее окно'),
  },
  {
    pattern: shape('(?:жд[её]т|ожида\\S*|пауза) (\\d+) ?с'),
    make: ([seconds]) => step(`Пауза ${seconds ?? '1'}`),
  },
  {
    pattern: shape(`(?:нажима|кликает|щ[её]лкает)\\S* (?:на )?(?:кнопк\\S* )?(?:${quoted}|${named})\\s*$`),
    make: ([button, bare]) => step(`я нажимаю на кнопку "${clean(button ?? bare)}"`),
  },
];
