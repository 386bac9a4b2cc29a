import type { Task } from '../../../contract/index.ts';
import type { Option } from './tasks.rules.ts';

/** What is wrong with a task, for words in the author's language. */
export type TaskFault =
  | 'question_missing'
  | 'answer_missing'
  | 'too_few_options'
  | 'options_alike'
  | 'right_missing'
  | 'right_is_blank'
  | 'several_right'
  | 'all_right'
  | 'value_missing'
  | 'tolerance_negative'
  | 'code_missing';

/** Case, blanks and characters that nobody sees do not make an answer: the server thinks so too. */
export const isBlank = (text: string): boolean => text.normalize('NFKC').replace(/[\s\p{C}]/gu, '') === '';

const written = (options: readonly Option[]): readonly Option[] =>
  options.filter(({ text }) => !isBlank(text));

function optionFaults(options: readonly Option[]): TaskFault[] {
  const texts = written(options).map(({ text }) => text.trim().toLowerCase());
  return [
    ...(texts.length < 2 ? (['too_few_options'] as const) : []),
    ...(new Set(texts).size < texts.length ? (['options_alike'] as const) : []),
  ];
}

function choiceFaults(task: Extract<Task, { readonly kind: 'choice' }>): TaskFault[] {
  const ids = new Set(written(task.options).map(({ id }) => id));
  const isBlankRight = task.correct.some((id) => !ids.has(id));
  const isWhole = ids.size >= 2 && task.correct.length >= ids.size && task.multiple;
  return [
    ...optionFaults(task.options),
    ...(task.correct.length === 0 ? (['right_missing'] as const) : []),
    ...(isBlankRight ? (['right_is_blank'] as const) : []),
    ...(!task.multiple && task.correct.length > 1 ? (['several_right'] as const) : []),
    ...(isWhole && !isBlankRight ? (['all_right'] as const) : []),
  ];
}

/** Said to the author, but no reason not to save. */
export const remarks: ReadonlySet<TaskFault> = new Set(['all_right', 'options_alike']);

/** Everything a task lacks or contradicts itself in. */
export function taskFaults(task: Task): TaskFault[] {
  const asked: TaskFault[] = 'question' in task && isBlank(task.question) ? ['question_missing'] : [];
  const fault = (isFault: boolean, code: TaskFault): TaskFault[] => (isFault ? [code] : []);
  switch (task.kind) {
    case 'text':
      return [...asked, ...fault(task.answers.every(isBlank), 'answer_missing')];
    case 'number':
      return [
        ...asked,
        ...fault(!Number.isFinite(task.value), 'value_missing'),
        ...fault(!(task.tolerance >= 0), 'tolerance_negative'),
      ];
    case 'choice':
      return [...asked, ...choiceFaults(task)];
    case 'sorting':
      return [...asked, ...optionFaults(task.items)];
    case 'code':
      return [...asked, ...fault(isBlank(task.code), 'code_missing')];
    case 'gps':
    case 'photo':
    case 'station':
      return asked;
    default:
      return task satisfies never;
  }
}
