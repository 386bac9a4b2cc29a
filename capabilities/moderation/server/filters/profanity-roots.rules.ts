/** A root with the place in a word where it is obscene. Folded spelling: ё is е, й is и. */
export interface Root {
  readonly root: string;
  /** `start`: only where a word begins, after a verbal prefix or not. `word`: the whole word. `any`: anywhere. */
  readonly place: 'start' | 'word' | 'any';
  /** 0..1: how bad. */
  readonly score: number;
}

const strong = (place: Root['place'], root: string): Root => ({ root, place, score: 0.95 });
const coarse = (place: Root['place'], root: string): Root => ({ root, place, score: 0.6 });

/** Prefixes that may stand before a root of place `start`. */
export const verbalPrefixes =
  '(?:недо|долбо|пере|подъ|разъ|объ|отъ|изъ|въ|съ|взъ|под|над|раз|рас|обо|ото|про|при|пре|не|ни|на|по|за|до|вы|ис|из|вз|об|от|о|а|у)?';

export const cyrillicRoots: readonly Root[] = [
  strong('start', 'ху(?:и|я|ю|ем|ев|ет[аоуые]|ел|ет[ьи]|енн?|есос|ил|инуть)'),
  strong('start', 'хуе$'),
  strong('start', 'хули$'),
  strong('any', 'хуи(?:н|л)'),
  strong('any', 'хуе(?:сос|плет)'),
  strong('any', 'ху(?:яр|яч|як)'),
  strong('any', 'п[иеы]зд'),
  strong('any', 'п[иеы]сд'),
  strong('any', 'пздц'),
  strong(
    'start',
    'еб(?:$|а(?:[тнлшчрщ]|$)|ал|ан|ат|у(?:$|[тчщн])|е(?:[тш]|н[ьи]|ш|м$)|л(?:о|и|я|а|е|ы|$)|н[уи]|ис[ьт]|ит|ок|ырь|ст[иь]|т$|ц[аеу]|щ)',
  ),
  strong('start', 'уеб(?:ок|к|ищ|ан|ал|ат)'),
  strong('start', 'иоб(?:а|н|ну)'),
  strong('start', 'сьеб[аиу]'),
  strong('start', 'выеб'),
  strong('any', '[оа]еб(?:[аиуылнкос]|$)'),
  strong('any', '[ъы]еб(?:[аиуылнкос]|$)'),
  strong('start', 'бля(?:[дт]|$)'),
  strong('any', 'бля[д]'),
  strong('start', 'бл[эе][дт]ь?$'),
  strong('start', 'муд(?:а[кчц]|ил|озвон|охал)'),
  strong('start', 'п[иеы]д[оа]р(?:$|[аыоуюис])'),
  strong('start', 'пидр(?:$|ил|[аыу])'),
  strong('start', 'педерас'),
  coarse('word', 'педик(?:$|и|ов|у|ом|а)'),
  strong('word', 'манд(?:[аыеу]|ои)$'),
  strong('start', 'манд(?:авош|авох|юк|ень$)'),
  strong('start', 'г[ао]ндон'),
  strong('start', 'залуп[аыуео]'),
  coarse('start', 'елда(?:$|к)'),
  strong('start', 'дроч(?:и|у|ат|ер|к|ил)'),
  strong('start', 'шлю(?:[х][аиуео]|[ш]к)'),
  strong('start', 'с?ц?сук(?:а|и|е|ои|ою)$'),
  strong('word', 'с(?:ц|)ук(?:а|и|е|ои|ою)$'),
  strong('word', 'суч(?:ара|ка|ки|ку)$'),
  strong('word', 'сукин'),
  coarse('start', 'сра(?:т|л|н[ыаоеу]|нец|нк|к|ч)'),
  coarse('start', 'усра'),
  coarse('start', 'сира(?:т|л|е|ю)'),
  coarse('start', 'г[оа]вн(?:[аоуеюя]|ищ|юк|ец|як)'),
  coarse('start', 'говн'),
  coarse('start', 'жоп(?:[аыуео]|н|к)'),
  coarse('start', 'сс(?:а[тнл]|ут|ы[тк]|ущ)'),
  coarse('start', 'перд(?:е[тлн]|ун|я[тщ]|ну|и[тшм]|ак|еж)'),
  coarse('start', 'хер(?:$|н[яюеи]|ов|а$|у$|ом$|ач|ет)'),
  coarse('start', 'траха(?:т|л|н|е|ю|х)'),
  coarse('start', 'трахну'),
];

/** Innocent words that the roots above would catch, as beginnings of folded words or as whole words (`$`). */
export const innocent: readonly RegExp[] = [
  /^(?:ебонит|эбонит|эбен)/u,
  /^педикюр/u,
  /^дрочен/u,
  /^пидорк/u,
  /^пизан|^пиза/u,
  /^херес|^херув|^херсон/u,
  /^мандарин|^мандат|^мандал|^мандол|^мандраж|^мандраг|^мандельш/u,
  /(?:скипидар|спидометр)/u,
  /^(?:за|от|пере|под)?страх/u,
  /^бля(?:х|ш)/u,
  /^трахе/u,
  /^сражен|^сравн/u,
];

/** Spelled with most letters hidden: too few are left for the roots. */
export const hiddenWords: readonly RegExp[] = [
  /^(?:н[аи]|п[оа]|д[оа])?х[*#@]{1,2}[ийяюе]?$/u,
  /^п[*#]{2,}(?:[адц]|ец|да|дец)$/u,
  /^б[*#]{2,}(?:ь|дь|ть)$/u,
  /^[её][*#]{2,}(?:ь|ть)$/u,
];
