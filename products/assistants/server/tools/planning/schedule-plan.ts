import { Type } from 'typebox';
import { defineTool, type Tool } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { limited } from '../writing/limited.ts';
import { cell, code, paragraphs, table } from '../writing/markdown.ts';
import { andMore, moment, number, sayIn } from '../writing/words.ts';
import { currencyOf, planOf, planParameters } from './plan-input.ts';

const shown = 40;

export function scheduleTool(engine: ToolEngine, today: () => string): Tool {
  return defineTool({
    name: 'schedule_plan',
    group: 'analysis',
    title: { ru: 'Расписание плана', en: 'Schedule' },
    description:
      'Schedules a project plan: critical path, dates, floats, load of the team, cost, tasks that miss their date; optionally shifts tasks until nobody is overloaded. Answers a Gantt chart.',
    parameters: Type.Object({
      ...planParameters,
      basis: Type.Optional(Type.Enum(['likely', 'mean', 'optimistic', 'pessimistic'])),
      levelling: Type.Optional(
        Type.Enum(['none', 'min_lst', 'min_lft'], { description: 'Shift tasks until nobody is overloaded' }),
      ),
    }),
    async run({ basis, levelling, ...given }, context) {
      const { locale } = context;
      const say = sayIn(locale);
      const { document, notes } = await planOf(engine, given, context, today);
      const made = await engine('schedulePlan', { plan: document, basis, levelling }, context);
      const { schedule, gantt, load, mermaid } = made;
      const overloaded = load.filter(({ overload_hours: hours }) => hours > 0);
      const late = schedule.tasks.filter((task) => task.late);
      const when = (local: string): string => moment(local, locale);
      const warnings = [...notes, ...made.warnings.map(({ message }) => message[locale])];
      return {
        data: {
          start: schedule.start,
          finish: schedule.finish,
          duration_hours: schedule.duration_hours,
          cost: schedule.cost,
          critical_paths: schedule.critical_paths.slice(0, 3),
          tasks: limited(
            schedule.tasks.map(({ id, name, start, finish, total_float_hours, critical, late: missed }) => ({
              id,
              name,
              start,
              finish,
              total_float_hours,
              critical,
              late: missed,
            })),
            200,
            36_000,
          ),
          overloaded: overloaded
            .slice(0, 20)
            .map(({ resource, overload_hours, total_hours }) => ({ resource, overload_hours, total_hours })),
          warnings: warnings.slice(0, 20),
        },
        text: paragraphs(
          say(
            `**Конец ${when(schedule.finish)}**, начало ${when(schedule.start)}, рабочих часов ${number(schedule.duration_hours, locale)}, стоимость ${number(schedule.cost.total, locale, 2)} ${currencyOf(document)}.`,
            `**Ends ${when(schedule.finish)}**, starts ${when(schedule.start)}, ${number(schedule.duration_hours, locale)} working hours, cost ${number(schedule.cost.total, locale, 2)} ${currencyOf(document)}.`,
          ),
          ...schedule.critical_paths
            .slice(0, 3)
            .map(
              (path) =>
                `${say('Критический путь', 'Critical path')}: ${path.slice(0, 30).map(code).join(' → ')}`,
            ),
          late.length === 0
            ? ''
            : `**${say('Опаздывают', 'Late')}**: ${late
                .slice(0, 10)
                .map(({ name }) => cell(name))
                .join(', ')}`,
          overloaded.length === 0
            ? ''
            : `**${say('Перегружены', 'Overloaded')}**: ${overloaded
                .slice(0, 10)
                .map(
                  ({ name, overload_hours: hours }) =>
                    `${cell(name)} (+${number(hours, locale)} ${say('ч', 'h')})`,
                )
                .join(', ')}`,
          schedule.levelling === null
            ? ''
            : say(
                `Выравнивание сдвинуло конец на ${number(schedule.levelling.delay_hours, locale)} ч.`,
                `Levelling moved the finish by ${number(schedule.levelling.delay_hours, locale)} h.`,
              ),
          table(
            [
              say('Задача', 'Task'),
              say('Начало', 'Start'),
              say('Конец', 'Finish'),
              say('Резерв, ч', 'Float, h'),
              say('Критична', 'Critical'),
            ],
            schedule.tasks
              .slice(0, shown)
              .map(({ name, start, finish, total_float_hours: float, critical }) => [
                cell(name),
                when(start),
                when(finish),
                number(float, locale),
                critical ? say('да', 'yes') : '',
              ]),
          ),
          andMore(say, Math.max(0, schedule.tasks.length - shown)),
          warnings
            .slice(0, 10)
            .map((warning) => `- ${warning}`)
            .join('\n'),
        ),
        artifacts: [
          {
            kind: 'gantt',
            title: say('Диаграмма Ганта', 'Gantt chart'),
            content: JSON.stringify({
              start: schedule.start,
              finish: schedule.finish,
              rows: gantt.slice(0, 500),
            }),
          },
          { kind: 'mermaid', title: say('Диаграмма Ганта', 'Gantt chart'), content: mermaid },
        ],
      };
    },
  });
}
