import { englishVerbs } from './tables/english-verbs.ts';
import { infinitives, verbLikeNouns } from './tables/russian-words.ts';

const cyrillic = /^[а-яё-]+$/u;
const giving = /^(соз|вы|пере|про|с|за|из|от|при|по|пре|раз|воз)?да[её]т$/u;

/** The infinitive of a Russian verb in the third person; undefined for any other word. */
function russianInfinitive(word: string): string | undefined {
  if (!cyrillic.test(word) || verbLikeNouns.has(word)) return undefined;
  const known = infinitives.get(word);
  if (known !== undefined) return known;
  if (giving.test(word)) return word.replace(/[её]т$/u, 'вать');
  if (/(?:ста|зна)[её]т$/u.test(word) && word.endsWith('аёт')) return word.replace(/ёт$/u, 'вать');
  if (/[ая]ет$/u.test(word)) return word.replace(/ет$/u, 'ть');
  if (/[жчцшщ]ует$/u.test(word)) return word.replace(/ует$/u, 'евать');
  if (/ует$/u.test(word)) return word.replace(/ует$/u, 'овать');
  if (/еет$/u.test(word)) return word.replace(/ет$/u, 'ть');
  if (/[бвгджзклмнпрстфхчшщ]ит$/u.test(word) && word.length > 4) return word.replace(/т$/u, 'ть');
  return undefined;
}

function englishBase(word: string): string | undefined {
  if (!/^[a-z]+s$/.test(word)) return undefined;
  const tries = [word.slice(0, -1), word.replace(/es$/, ''), word.replace(/ies$/, 'y')];
  return tries.find((base) => englishVerbs.has(base));
}

/** The dictionary form of a verb in the third person (`проверяет` → `проверять`, `checks` → `check`). */
export function verbOf(word: string): string | undefined {
  const lower = word.toLowerCase();
  return russianInfinitive(lower) ?? englishBase(lower);
}

/** The word is a verb that may begin a label as it is: an infinitive or an English base form. */
export function isPlainVerb(word: string): boolean {
  const lower = word.toLowerCase();
  return (cyrillic.test(lower) && /(?:ть|ти|чь)(?:ся)?$/u.test(lower)) || englishVerbs.has(lower);
}
