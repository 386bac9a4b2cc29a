import type { Answer } from '../../../contract/index.ts';

/** The form of the open task: the large button below it submits it from outside. */
export const taskFormId = 'quest-task';

/** What a task's form is given. */
export interface TaskProps<Task> {
  readonly task: Task;
  /** Names the question for fields. */
  readonly labelId: string;
  readonly onAnswer: (answer: Answer) => void;
}
