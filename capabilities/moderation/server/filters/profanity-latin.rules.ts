import type { Root } from './profanity-roots.rules.ts';

const prefixes = '(?:na|po|do|ni|o|za|vy|u|ot|raz|pere|pro|pri|s|dolbo)?';

const strong = (root: string): Root => ({ root, place: 'any', score: 0.95 });
const coarse = (root: string): Root => ({ root, place: 'any', score: 0.6 });

/** Russian in Latin letters, and the English basics. Whole-word patterns over folded text; `i` also takes 1 and `!`. */
const latinRoots: readonly Root[] = [
  strong(`^${prefixes}h+u+(?:[yij]|ya|ja)$`),
  strong(`^${prefixes}h+u+[yij](?:nya|nja|nia|lo|ny|ovo|ev|evo|e[vs])`),
  strong('p[i1]+[zs]d'),
  strong('^(?:vi|vy|na|pro)?bl[yij]+a+[dt]'),
  strong('^bl[ye]a?[dt]$'),
  strong('^(?:suk[aiu]+|su[ck]ka|cyk[ai])$'),
  strong(`^${prefixes}[yj]?[eo]b+(?:at|al|an(?:y|i|u|ut|at)|uch|lan|lo$|nut|ok$|ash|is$|is[ht]?$)`),
  strong('dolbo[yj]?[eo]b'),
  strong('^mud(?:ak|il[aoy]|ach)'),
  strong('^p[iey]d[oae]r(?:$|as|[iy])'),
  strong('^g[ao]ndon'),
  coarse('^g[oa]vn[oaye]'),
  coarse('^zhop[aueyio]'),
  strong('^(?:na|po|do|ni)?xy[uij]+$'),
  strong('f[u*#@v]+c*k'),
  strong('^fck'),
  strong('^(?:bull|horse|dog|dip)?s+h+[i1!*]+t(?:$|s|t|y|e|h|f)'),
  strong('^(?:son)?b[i1!*]+t+c+h'),
  strong('^(?:ass|arse)hole'),
  strong('^c[u*]nt'),
  strong('cocksuck'),
  strong('^wh?ore'),
  strong('^slut'),
  strong('^n[i1!]gg(?:er|a)'),
  strong('^fag+ot'),
  strong('^wank'),
  strong('^dickhead'),
];

export const latinPatterns = latinRoots.map(({ root, score }) => ({ pattern: new RegExp(root, 'u'), score }));

export const latinInnocent: readonly RegExp[] = [/^shi+take/u, /^hue/u, /^worel/u];
