import { Type } from 'typebox';
import { defineTool, type Tool } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { code, paragraphs, table } from '../writing/markdown.ts';
import { moment, number, percent, sayIn } from '../writing/words.ts';
import { currencyOf, planOf, planParameters } from './plan-input.ts';

const certainties = ['p10', 'p50', 'p80', 'p90', 'p95'] as const;

export function simulateTool(engine: ToolEngine, today: () => string): Tool {
  return defineTool({
    name: 'simulate_plan',
    group: 'analysis',
    title: { ru: 'Моделирование плана', en: 'Plan simulation' },
    description:
      'Monte Carlo simulation of a plan with three-point estimates and risks: finish and cost with 10 to 95 % certainty, chance of the planned date, contingency, and the tasks that decide. Repeats exactly with the same seed.',
    parameters: Type.Object({
      ...planParameters,
      runs: Type.Optional(
        Type.Integer({ minimum: 100, maximum: 100_000, description: '10000 when left out' }),
      ),
      seed: Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 })),
      correlation: Type.Optional(Type.Number({ minimum: 0, maximum: 0.95, description: 'Of all durations' })),
    }),
    async run({ runs, seed, correlation, ...given }, context) {
      const { locale } = context;
      const say = sayIn(locale);
      const { document, notes } = await planOf(engine, given, context, today);
      const made = await engine('simulatePlan', { plan: document, runs, seed, correlation }, context);
      const { finish, hours, cost, planned, contingency, convergence } = made;
      const deciding = made.tasks
        .filter(({ criticality }) => criticality > 0)
        .toSorted(
          (left, right) => right.criticality - left.criticality || right.sensitivity - left.sensitivity,
        )
        .slice(0, 10);
      const when = (local: string): string => moment(local, locale);
      return {
        data: {
          runs: made.runs,
          seed: made.seed,
          finish,
          hours,
          cost,
          planned,
          contingency,
          deciding: deciding.map(({ id, criticality, sensitivity }) => ({ id, criticality, sensitivity })),
          risks: made.risks.slice(0, 30),
          settled: convergence.settled,
        },
        text: paragraphs(
          say(
            `**С вероятностью 80 % закончим к ${when(finish.p80)}**, с вероятностью 50 % к ${when(finish.p50)}. План (${when(planned.finish)}) удаётся в ${percent(planned.kept, locale)} случаев.`,
            `**With 80 % certainty it ends by ${when(finish.p80)}**, with 50 % by ${when(finish.p50)}. The plan (${when(planned.finish)}) holds in ${percent(planned.kept, locale)} of the runs.`,
          ),
          table(
            [
              say('Уверенность', 'Certainty'),
              say('Конец', 'Finish'),
              say('Часов', 'Hours'),
              say('Стоимость', 'Cost'),
            ],
            certainties.map((name) => [
              name.toUpperCase(),
              when(finish[name]),
              number(hours[name], locale),
              number(cost[name], locale, 2),
            ]),
          ),
          say(
            `Запас до 80 %: ${number(contingency.hours80, locale)} ч и ${number(contingency.cost80, locale, 2)} ${currencyOf(document)}.`,
            `Contingency for 80 %: ${number(contingency.hours80, locale)} h and ${number(contingency.cost80, locale, 2)} ${currencyOf(document)}.`,
          ),
          deciding.length === 0
            ? ''
            : table(
                [
                  say('Задача', 'Task'),
                  say('Решает исход', 'Decides'),
                  say('Чувствительность', 'Sensitivity'),
                ],
                deciding.map(({ id, criticality, sensitivity }) => [
                  code(id),
                  percent(criticality, locale),
                  number(sensitivity, locale, 2),
                ]),
              ),
          say(`Прогонов ${made.runs}, зерно ${made.seed}. `, `${made.runs} runs, seed ${made.seed}. `) +
            convergence.note[locale],
          notes
            .slice(0, 10)
            .map((note) => `- ${note}`)
            .join('\n'),
        ),
        artifacts: [
          {
            kind: 'table',
            title: say('Гистограмма конца', 'Histogram of the finish'),
            content: JSON.stringify({
              columns: [say('С', 'From'), say('По', 'To'), say('Прогонов', 'Runs')],
              rows: made.finish_histogram.map(({ from_date: from, to_date: to, count }) => [from, to, count]),
            }),
          },
        ],
      };
    },
  });
}
