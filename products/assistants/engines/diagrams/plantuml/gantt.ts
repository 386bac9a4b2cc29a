import type { GanttModel } from '../model/gantt.ts';
import { scheduleOf } from '../model/schedule.ts';
import { identifiers } from '../text/identifiers.ts';
import { plantText } from '../text/plantuml-text.ts';

/** Days are written out, so that the picture does not depend on the order of the lines. */
export function ganttPlantUml(model: GanttModel): readonly string[] {
  const tasks = model.sections.flatMap((section) => section.tasks);
  const name = identifiers(tasks, 'T');
  const schedule = [...(scheduleOf(model) ?? new Map()).values()];
  const startOf = new Map(schedule.map(({ task, start }) => [task.id, start]));
  const days = schedule.map(({ start }) => start);
  const first = [model.start, ...days].sort()[0];
  const lines: string[] = [`Project starts ${first}`];
  for (const section of model.sections) {
    lines.push(`-- ${plantText(section.name)} --`);
    for (const task of section.tasks) {
      const id = `[${name(task.id)}]`;
      const start = startOf.get(task.id) ?? model.start;
      const label = `[${plantText(task.name)}] as ${id}`;
      if (task.milestone === true || task.days === 0) {
        lines.push(`${label} happens at ${start}`);
        continue;
      }
      lines.push(`${label} starts ${start} and lasts ${task.days} days`);
      if (task.status === 'done') lines.push(`${id} is 100% completed`);
      if (task.critical === true) lines.push(`${id} is colored in LightCoral`);
    }
  }
  for (const task of tasks) {
    // Milestones cannot be the source of an arrow in older renderers; their days already say the order.
    for (const before of task.after ?? []) {
      const source = tasks.find((other) => other.id === before);
      if (
        source !== undefined &&
        source.days > 0 &&
        task.days > 0 &&
        source.milestone !== true &&
        task.milestone !== true
      )
        lines.push(`[${name(before)}] -> [${name(task.id)}]`);
    }
  }
  return lines;
}
