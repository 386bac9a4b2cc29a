import { type Answer, normaliseAnswer, type Task } from '../../contract/index.ts';

/** `unfit`: the answer is of another kind than the task asks for, or the task is not answered this way. */
export type Judgement = 'right' | 'wrong' | 'unfit';

/** Glob matching in linear time per `*`: greedy with one point of return, so that no pattern can explode. */
export function matchesPattern(pattern: string, text: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < text.length; ) {
    if (pattern[at] === '*') {
      star = at;
      resume = index;
      at += 1;
    } else if (at < pattern.length && pattern[at] === text[index]) {
      at += 1;
      index += 1;
    } else if (star >= 0) {
      resume += 1;
      index = resume;
      at = star + 1;
    } else return false;
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

/** Edits (a swap of neighbours is one) between two words: optimal string alignment. */
export function editDistance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  return last[other.length] ?? 0;
}

function allowedEdits(word: string): number {
  if (/\p{N}/u.test(word) || word.length <= 4) return 0;
  return word.length <= 8 ? 1 : 2;
}

function isMistyped(expected: string, given: string): boolean {
  const wanted = expected.split(' ');
  const typed = given.split(' ');
  return (
    wanted.length === typed.length &&
    wanted.every((word, index) => editDistance(word, typed[index] ?? '') <= allowedEdits(word))
  );
}

function fits(alternative: string, given: string, forgiveTypos: boolean): boolean {
  const expected = normaliseAnswer(alternative);
  if (matchesPattern(expected, given)) return true;
  return forgiveTypos && !expected.includes('*') && isMistyped(expected, given);
}

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && new Set(one).size === one.length && one.every((id) => other.includes(id));

const sameOrder = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id, index) => id === other[index]);

const verdict = (right: boolean): Judgement => (right ? 'right' : 'wrong');

/** Room for what decimal fractions lose in binary. */
const rounding = 1e-9;

/** Judges an answer. A photo is right once it is there: a moderator looks afterwards. */
export function judge(task: Task, answer: Answer): Judgement {
  switch (task.kind) {
    case 'gps':
    case 'station':
      return 'unfit';
    case 'text': {
      if (!('text' in answer)) return 'unfit';
      const given = normaliseAnswer(answer.text).replaceAll('*', '');
      return verdict(given !== '' && task.answers.some((one) => fits(one, given, task.forgive_typos)));
    }
    case 'number':
      if (!('number' in answer)) return 'unfit';
      return verdict(
        Math.abs(answer.number - task.value) <= task.tolerance + rounding * Math.max(1, Math.abs(task.value)),
      );
    case 'choice':
      return 'option_ids' in answer ? verdict(sameSet(answer.option_ids, task.correct)) : 'unfit';
    case 'sorting':
      if (!('order' in answer)) return 'unfit';
      return verdict(
        sameOrder(
          answer.order,
          task.items.map(({ id }) => id),
        ),
      );
    case 'code':
      return 'code' in answer
        ? verdict(normaliseAnswer(answer.code) === normaliseAnswer(task.code))
        : 'unfit';
    case 'photo':
      return 'file_id' in answer ? 'right' : 'unfit';
    default:
      return task satisfies never;
  }
}
