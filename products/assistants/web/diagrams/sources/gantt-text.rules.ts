import type { GanttModel } from '#products/assistants/engines/diagrams';
import type { UnreadLine } from '../drawing.ts';

type Section = GanttModel['sections'][number];
type Task = Section['tasks'][number];

const length =
  /^(\d{1,5})\s*(?:(д|дн|день|дня|дней|d|day|days)|(н|нед|неделя|недели|недель|w|week|weeks))?\.?$/iu;
const started = /^(?:с|начало|from|start)?\s*:?\s*(\d{4}-\d{2}-\d{2})$/iu;
const follows = /^(?:после|after)\s+(.+)$/iu;
const titled = /^(.+?):\s*(?:начало|start)\s+(\d{4}-\d{2}-\d{2})$/iu;
const heading = /^#+\s*(.+)$/u;
const word = { done: /^(?:сделано|готово|done)$/iu, active: /^(?:идёт|идет|в работе|active)$/iu };

const isDay = (day: string): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
};

interface Draft {
  readonly task: Task;
  readonly after: readonly string[];
}

/** `Название; 5 дней; после А, Б; с 2026-02-02; готово`; null for what is no task. */
function taskOf(line: string, id: string): Draft | null {
  const [name = '', ...facts] = line.split(';').map((part) => part.trim());
  if (name === '' || facts.length === 0) return null;
  let days: number | undefined;
  let start: string | undefined;
  let status: Task['status'];
  let after: readonly string[] = [];
  for (const fact of facts.filter((each) => each !== '')) {
    const [, count, , weeks] = length.exec(fact) ?? [];
    const day = started.exec(fact)?.[1];
    const names = follows.exec(fact)?.[1];
    if (count !== undefined) days = Number(count) * (weeks === undefined ? 1 : 7);
    else if (day !== undefined && isDay(day)) start = day;
    else if (names !== undefined) after = names.split(',').map((each) => each.trim());
    else if (word.done.test(fact)) status = 'done';
    else if (word.active.test(fact)) status = 'active';
    else return null;
  }
  if (days === undefined || days > 36_500) return null;
  return {
    after,
    task: {
      id,
      name,
      days,
      ...(start === undefined ? {} : { start }),
      ...(status === undefined ? {} : { status }),
      ...(days === 0 ? { milestone: true } : {}),
    },
  };
}

export interface ReadGantt {
  /** Null: the text has no tasks. */
  readonly model: GanttModel | null;
  readonly unread: readonly UnreadLine[];
}

/**
 * A schedule of lines `Name; 5 days; after A, B`: `# heading` begins a section, the first line may be the title with the
 * start (`Title: start 2026-02-02`, otherwise `today`). A task that follows something unknown is not read.
 */
export function ganttOfText(text: string, today: string, section: string): ReadGantt {
  const unread: UnreadLine[] = [];
  const sections: { name: string; tasks: Task[] }[] = [];
  const ids = new Map<string, string>();
  let title: string | undefined;
  let start = today;
  text.split('\n').forEach((raw, index) => {
    const line = raw.trim();
    if (line === '') return;
    const head = heading.exec(line)?.[1];
    const [, name, day] = titled.exec(line) ?? [];
    if (head !== undefined) sections.push({ name: head, tasks: [] });
    else if (name !== undefined && day !== undefined && isDay(day)) [title, start] = [name, day];
    else {
      const draft = taskOf(line, `t${index + 1}`);
      const before = draft?.after.map((each) => ids.get(each.toLowerCase()));
      if (draft === null || before === undefined || before.some((id) => id === undefined)) {
        unread.push({ line: index + 1, text: line });
        return;
      }
      const { task } = draft;
      const after = before.flatMap((id) => id ?? []);
      ids.set(task.name.toLowerCase(), task.id);
      if (sections.length === 0) sections.push({ name: section, tasks: [] });
      sections.at(-1)?.tasks.push(after.length === 0 ? task : { ...task, after });
    }
  });
  const full = sections.filter(({ tasks }) => tasks.length > 0);
  if (full.length === 0) return { model: null, unread };
  return {
    model: { kind: 'gantt', ...(title === undefined ? {} : { title }), start, sections: full },
    unread,
  };
}
