import { Check } from 'typebox/value';
import { type Block, Point, type Task } from '../../../contract/index.ts';
import { isBlank, remarks, taskFaults } from './task-faults.rules.ts';

/** A file that was not chosen yet. */
export const noFile = '';

function tidyBlock(block: Block): Block[] {
  if (block.kind === 'text') return isBlank(block.text) ? [] : [block];
  if (block.kind === 'quote') {
    if (isBlank(block.text)) return [];
    const { source, ...rest } = block;
    return [source === undefined || isBlank(source) ? rest : block];
  }
  if (block.file_id === noFile) return [];
  const { caption, ...rest } = block;
  return [caption === undefined || isBlank(caption) ? rest : block];
}

function tidyTask(task: Task): Task {
  switch (task.kind) {
    case 'text':
      return { ...task, answers: task.answers.filter((answer) => !isBlank(answer)) };
    case 'number': {
      const { unit, ...rest } = task;
      return unit === undefined || isBlank(unit) ? rest : task;
    }
    case 'choice':
      return { ...task, options: task.options.filter(({ text }) => !isBlank(text)) };
    case 'sorting':
      return { ...task, items: task.items.filter(({ text }) => !isBlank(text)) };
    default:
      return task;
  }
}

/** The point as the server is told: blank lines, blocks and hints that were begun and left are not sent. */
export function tidyPoint(point: Point): Point {
  return {
    ...point,
    before: point.before.flatMap(tidyBlock),
    story: point.story.flatMap(tidyBlock),
    after: point.after.flatMap(tidyBlock),
    task: tidyTask(point.task),
    hints: point.hints.filter(({ text }) => !isBlank(text)),
  };
}

/** Whether the point can be saved as it stands. */
export function isSendable(point: Point): boolean {
  return taskFaults(point.task).every((fault) => remarks.has(fault)) && Check(Point, tidyPoint(point));
}
