import type { Task } from '../../../contract/index.ts';

export type TaskKind = Task['kind'];
export type TaskOf<Kind extends TaskKind> = Extract<Task, { readonly kind: Kind }>;
export type Option = TaskOf<'choice'>['options'][number];

export const taskKinds = [
  'gps',
  'text',
  'number',
  'choice',
  'sorting',
  'code',
  'photo',
  'station',
] as const satisfies readonly TaskKind[];

const questionOf = (task: Task): string => ('question' in task ? task.question : '');

const optionsOf = (task: Task): Option[] | undefined => {
  if (task.kind === 'choice') return task.options;
  return task.kind === 'sorting' ? task.items : undefined;
};

/** A task of another kind to go on with: what both kinds have stays. `idOf` names new options. */
export function taskAs(kind: TaskKind, before: Task, idOf: () => string): Task {
  if (before.kind === kind) return before;
  const question = questionOf(before);
  const blank = (): Option => ({ id: idOf(), text: '' });
  const options = optionsOf(before) ?? [blank(), blank()];
  switch (kind) {
    case 'gps':
      return { kind };
    case 'text':
      return { kind, question, answers: [''], forgive_typos: true };
    case 'number':
      return { kind, question, value: 0, tolerance: 0 };
    case 'choice':
      return { kind, question, options, correct: [], multiple: false };
    case 'sorting':
      return { kind, question, items: options };
    case 'code':
      return { kind, question, code: '' };
    case 'photo':
    case 'station':
      return { kind, question };
    default:
      return kind satisfies never;
  }
}

/** Marks an option as right or not; where one may be chosen it takes the place of the other. */
export function withCorrect(task: TaskOf<'choice'>, id: string, isRight: boolean): TaskOf<'choice'> {
  const others = task.multiple ? task.correct.filter((one) => one !== id) : [];
  return { ...task, correct: isRight ? [...others, id] : task.correct.filter((one) => one !== id) };
}

/** One or several right options: going back to one keeps the first. */
export function withMultiple(task: TaskOf<'choice'>, multiple: boolean): TaskOf<'choice'> {
  return { ...task, multiple, correct: multiple ? task.correct : task.correct.slice(0, 1) };
}

export function withoutOption(task: TaskOf<'choice'>, id: string): TaskOf<'choice'> {
  return {
    ...task,
    options: task.options.filter((option) => option.id !== id),
    correct: task.correct.filter((one) => one !== id),
  };
}
