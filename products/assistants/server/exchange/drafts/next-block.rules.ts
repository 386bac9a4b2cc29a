import { cleanTitle } from '../../conversations/title.rules.ts';

/** What a model proposes to go on with. */
export interface NextBlock {
  readonly title: string | undefined;
  readonly questions: readonly string[];
}

const mostQuestions = 3;
const longestQuestion = 200;

/** Reads the `next` block of an answer; whatever does not fit is left out. */
export function readNextBlock(content: string): NextBlock {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { title: undefined, questions: [] };
  }
  if (typeof value !== 'object' || value === null) return { title: undefined, questions: [] };
  const title: unknown = Reflect.get(value, 'title');
  const questions: unknown = Reflect.get(value, 'questions');
  const asked = (Array.isArray(questions) ? questions : [])
    .filter((question) => typeof question === 'string')
    .map((question) => question.replaceAll(/\s+/g, ' ').trim().toWellFormed())
    .filter((question) => question !== '' && question.length <= longestQuestion);
  return {
    title: typeof title === 'string' ? cleanTitle(title) : undefined,
    questions: [...new Set(asked)].slice(0, mostQuestions),
  };
}
