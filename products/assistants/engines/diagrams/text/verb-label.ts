const russianInfinitive = /(?:ть|ти|чь)(?:ся)?$/u;
const russianFinite = /(?:[аяуюеёи]т|ся|[аяыио]й(?:те)?)$/u;
/** Verbal nouns and names that end like nothing but a noun. */
const noun = /(?:ние|ция|ка|ость|ство|ment|tion|sion|ance|ence|ness|ity)$/u;
const russian = /[а-яё]/u;

/** `Проверить заявку`, `Check the order`: a verb, then what it is done to. Doubtful English verbs pass. */
export function isVerbLabel(label: string): boolean {
  const [first = '', ...others] = label.trim().toLowerCase().split(/\s+/u);
  if (others.length === 0 || noun.test(first)) return false;
  if (!russian.test(first)) return /^[a-z][a-z-]+$/u.test(first) && !/^(?:the|a|an|if)$/u.test(first);
  return russianInfinitive.test(first) || russianFinite.test(first);
}
