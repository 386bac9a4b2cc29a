import { analyze } from '#platform/server/language';

const titleLength = 60;

/** The first words of a message as the title of its conversation. */
export function titleOf(message: string): string {
  const line = message.trim().replaceAll(/\s+/g, ' ');
  if (line.length <= titleLength) return line;
  const cut = line.slice(0, titleLength + 1);
  const border = cut.lastIndexOf(' ');
  return `${cut.slice(0, border > titleLength / 2 ? border : titleLength).trimEnd()}…`;
}

/** Tells whether an utterance only asks: all of its sentences are questions. */
export function isQuestion(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.endsWith('?') && !/[.!…\n](?=\s|$)/u.test(trimmed.replace(/[?!.…]+$/u, ''));
}

const correction =
  /^(?:no\b[,.! ]|nope\b|wrong\b|incorrect\b|actually\b|that(?:'s| is) (?:wrong|not (?:true|right|correct))|not true\b|нет[,.! ]|неверно|неправильно|не так[,.! ]|это не так|на самом деле|ты ошиб|вы ошиб|ошибаешься|ошибаетесь)/iu;

/** Tells whether a message says that the answer before it was wrong. */
export function isCorrection(message: string): boolean {
  return correction.test(message.trim());
}

const repeatedShare = 0.6;

/** Tells whether a message asks again what was asked just before: most of its terms are the same. */
export function asksAgain(message: string, previous: string): boolean {
  if (!isQuestion(message)) return false;
  const terms = new Set(analyze(message));
  const before = new Set(analyze(previous));
  if (terms.size === 0 || before.size === 0) return false;
  return terms.intersection(before).size / Math.min(terms.size, before.size) >= repeatedShare;
}
