import type { Point, Task } from '../../contract/index.ts';

/** What contradicts itself, with a JSON pointer below `/points`. */
export interface RouteFault {
  readonly pointer: string;
  readonly message: string;
  readonly pointId: string;
}

/** The first value that stands twice. */
function repeated(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}

/** Case, blanks and characters that nobody sees do not make an answer. */
const isEmptyAnswer = (answer: string) => answer.normalize('NFKC').replace(/[\s\p{C}]/gu, '') === '';

function choiceFault(task: Extract<Task, { readonly kind: 'choice' }>): string | undefined {
  const ids = task.options.map(({ id }) => id);
  if (repeated(ids) !== undefined) return 'has two options of one id';
  if (repeated(task.correct) !== undefined) return 'names a right option twice';
  if (task.correct.some((id) => !ids.includes(id))) return 'names a right option that is not there';
  if (!task.multiple && task.correct.length !== 1) return 'has one right option unless several may be chosen';
  return undefined;
}

/** What is wrong with a task, or undefined. */
export function taskFault(task: Task): string | undefined {
  switch (task.kind) {
    case 'choice':
      return choiceFault(task);
    case 'sorting':
      return repeated(task.items.map(({ id }) => id)) === undefined ? undefined : 'has two items of one id';
    case 'text':
      return task.answers.some(isEmptyAnswer) ? 'has an empty answer' : undefined;
    case 'code':
      return isEmptyAnswer(task.code) ? 'has an empty code' : undefined;
    case 'gps':
    case 'number':
    case 'photo':
    case 'station':
      return undefined;
    default:
      return task satisfies never;
  }
}

/** Everything in a route that could never be played as written. */
export function routeFaults(points: readonly Point[]): readonly RouteFault[] {
  const faults: RouteFault[] = [];
  const seen = new Set<string>();
  for (const [index, { id, task, hints }] of points.entries()) {
    const add = (where: string, message: string) =>
      faults.push({ pointer: `/points/${index}/${where}`, message, pointId: id });
    if (seen.has(id)) add('id', 'is the id of another point, too');
    seen.add(id);
    const inTask = taskFault(task);
    if (inTask !== undefined) add('task', inTask);
    if (repeated(hints.map((hint) => hint.id)) !== undefined) add('hints', 'has two hints of one id');
  }
  return faults;
}
