import type { Block, Point, Task } from '../../contract/index.ts';
import type { Quest } from '../catalogue/content.ts';
import { usedFiles } from './used-files.rules.ts';

function blockText(block: Block): string {
  switch (block.kind) {
    case 'text':
      return block.text;
    case 'quote':
      return block.source === undefined ? `«${block.text}»` : `«${block.text}» — ${block.source}`;
    case 'image':
    case 'audio':
      return block.caption ?? '';
    default:
      return block satisfies never;
  }
}

function taskText(task: Task): string {
  const lines = task.kind === 'gps' ? [] : [task.question];
  if (task.kind === 'choice') lines.push(...task.options.map(({ text }) => `• ${text}`));
  if (task.kind === 'sorting') lines.push(...task.items.map(({ text }) => `• ${text}`));
  if (task.kind === 'text') lines.push(...task.answers.map((answer) => `= ${answer}`));
  return lines.join('\n');
}

function pointText(point: Point, index: number): string {
  const blocks = [...point.before, ...point.story].map(blockText);
  const hints = point.hints.map(({ text }) => `? ${text}`);
  return [
    `${index + 1}. ${point.title}`,
    ...blocks,
    taskText(point.task),
    ...hints,
    ...point.after.map(blockText),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

/** Everything people will read in a quest, as plain text. */
export function questText({ content, points }: Pick<Quest, 'content' | 'points'>): string {
  const { summary, description, accessibility, opening_hours: hours } = content;
  return [summary, description, accessibility, hours, ...points.map(pointText)]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** Every picture people will see in a quest, the cover first. */
export function questPictures({ content, points }: Pick<Quest, 'content' | 'points'>): readonly string[] {
  const used = usedFiles(content, points);
  return [...new Set([...used['quests.cover'], ...used['quests.block_image']])];
}
