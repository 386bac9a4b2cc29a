import type { GanttModel, GanttTask } from '../model/gantt.ts';
import { type ScheduledTask, scheduleOf } from '../model/schedule.ts';
import { identifiers } from '../text/identifiers.ts';
import { mermaidLine } from '../text/mermaid-text.ts';

export function ganttMermaid(model: GanttModel): string {
  const schedule: ReadonlyMap<string, ScheduledTask> = scheduleOf(model) ?? new Map();
  const name = identifiers(
    model.sections.flatMap((section) => section.tasks),
    't',
  );
  const lines: string[] = ['gantt'];
  if (model.title !== undefined) lines.push(`  title ${mermaidLine(model.title)}`);
  lines.push('  dateFormat YYYY-MM-DD', '  axisFormat %d.%m.%Y');

  const written = new Set<string>();
  const startOf = (task: GanttTask) => {
    const after = task.after ?? [];
    // Renderers resolve names in a few passes only, so a later task is named by its day.
    const backwards = after.length > 0 && task.start === undefined && after.every((id) => written.has(id));
    return backwards ? `after ${after.map(name).join(' ')}` : (schedule.get(task.id)?.start ?? model.start);
  };
  for (const section of model.sections) {
    lines.push(`  section ${mermaidLine(section.name)}`);
    for (const task of section.tasks) {
      const tags = [
        task.critical === true ? 'crit' : '',
        task.status === 'active' || task.status === 'done' ? task.status : '',
        task.milestone === true ? 'milestone' : '',
      ].filter((tag) => tag !== '');
      const days = task.milestone === true ? 0 : task.days;
      lines.push(
        `  ${mermaidLine(task.name)} : ${[...tags, name(task.id), startOf(task), `${days}d`].join(', ')}`,
      );
      written.add(task.id);
    }
  }
  return `${lines.join('\n')}\n`;
}
