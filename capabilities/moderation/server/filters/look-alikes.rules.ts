/** What people write instead of a letter: Latin twins, digits, signs. Folded letters only (ё is е, й is и). */
const lookAlikes: Readonly<Record<string, string>> = {
  а: 'a@4',
  б: 'b6',
  в: 'bv8',
  г: 'gr',
  д: 'dg',
  е: 'e3€',
  ж: 'zj',
  з: 'z3',
  и: 'iuj1!|',
  к: 'k',
  л: 'l1',
  м: 'm',
  н: 'hn',
  о: 'o0',
  п: 'pn',
  р: 'pr',
  с: 'cs$5',
  т: 'tm7',
  у: 'uy',
  х: 'xh',
  ц: 'c',
  ч: '4',
  ь: "b'ъ",
  ъ: "b'ь",
  ы: 'y',
  я: '9',
};

/** Signs that stand for any letter. */
export const anyLetter = '*#';

const escaped = (characters: string) => characters.replace(/[\\\]^|$-]/g, '\\$&');

function letterClass(letter: string, own: string): string {
  return `[${own}${escaped(`${lookAlikes[letter] ?? ''}${anyLetter}`)}]`;
}

/**
 * Compiles a root written in plain Russian into a pattern that also finds it disguised: every letter takes its
 * look-alikes and may be repeated. Classes (`[аи]`), groups and quantifiers keep their meaning; `\w` is any letter.
 */
export function disguised(root: string): RegExp {
  const source = root.replace(
    /\[([а-я]+)\]|([а-я])(\??)/g,
    (_whole, set?: string, one?: string, quantifier = '') => {
      if (set !== undefined) return `${letterClass('', `${set}${escaped(lettersLike(set))}`)}+`;
      return `${letterClass(one ?? '', one ?? '')}${quantifier === '?' ? '*' : '+'}`;
    },
  );
  return new RegExp(source.replaceAll('\\w', '[\\p{L}\\p{N}*#@$!|]'), 'u');
}

function lettersLike(set: string): string {
  return [...set].map((letter) => lookAlikes[letter] ?? '').join('');
}
