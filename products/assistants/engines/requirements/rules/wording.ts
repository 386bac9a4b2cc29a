import type { QualityFinding } from '../requirement.ts';
import type { ReadSentence, WordingKey } from '../sentence.ts';
import { findingAt } from './finding.ts';

/** Words that look vague and are not, by the words beside them. */
function isPrecise(sentence: ReadSentence, key: WordingKey, from: number, to: number): boolean {
  const { tokens } = sentence;
  const word = tokens[from]?.lower ?? '';
  const before = tokens[from - 1]?.lower ?? '';
  const near = tokens.slice(Math.max(0, from - 2), to + 4);
  if (key === 'weak-obligation')
    return before === 'не' || tokens[to]?.lower === 'not' || (word === 'may' && tokens[from]?.text === 'May');
  if (key === 'vague-term' && /^(?:минимальн|максимальн|about|high|low)/.test(word))
    return near.some((token) => token.kind === 'number');
  if (key === 'vague-term' && /^(?:основн)/.test(word))
    return /^(?:средств|договор|язык)/.test(tokens[to]?.lower ?? '');
  if (key === 'vague-term' && /^(?:определенн)/.test(word))
    return tokens[to]?.kind === 'sign' && tokens[to]?.text !== '.';
  if (key === 'vague-term' && /^(?:примерно|приблизительно|около|порядка)/.test(word)) return false;
  if (key === 'vague-term' && /^(?:соответствующ)/.test(word))
    return (
      /(?:ие|ая|ее|ий|им|ей|ую)$/.test(word) &&
      /(?:ам|ям|у|ю|ям|ию|ости)$/.test(tokens[to]?.lower ?? '') &&
      tokens[to]?.kind === 'word'
    );
  if (key === 'vague-term' && /^(?:высок|low|high)/.test(word))
    return /^(?:приоритет)/.test(tokens[to]?.lower ?? '');
  if (key === 'purpose-phrase' && word === 'чтобы')
    return tokens
      .slice(Math.max(0, from - 3), from)
      .some((token) =>
        /^(?:того|так|таким|желательн|рекоменд|нужно|необходимо|требу|хотелось|надо|хорошо)/.test(
          token.lower,
        ),
      );
  if (key === 'pronoun' && before === 'при' && word === 'этом') return true;
  if (key === 'negation')
    return /^(?:превыша|exceed|составля|опуска|быть|занима|длит)/.test(tokens[to]?.lower ?? '');
  if (key === 'pronoun' && word === 'такие') return tokens[to]?.lower === 'как';
  if (key === 'quantifier' && /^(?:все|всех)$/.test(word)) return before === 'прежде';
  if (key === 'absolute' && word === 'исключительно') return false;
  return false;
}

/** Findings of the word lists: vague words, escape clauses, pronouns and the like. */
export function wordingFindings(sentence: ReadSentence): readonly QualityFinding[] {
  return sentence.wording
    .filter((hit) => !isPrecise(sentence, hit.key, hit.from, hit.to))
    .map((hit) => {
      const start = sentence.tokens[hit.from]?.start ?? 0;
      return findingAt(hit.key, sentence.text, start, sentence.tokens[hit.to - 1]?.end ?? start);
    });
}
