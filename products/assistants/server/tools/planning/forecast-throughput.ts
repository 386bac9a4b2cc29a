import { Type } from 'typebox';
import { defineTool, type Tool } from '../tool.ts';
import type { ToolEngine } from '../tool-engines.ts';
import { paragraphs, table } from '../writing/markdown.ts';
import { moment, number, percent, sayIn } from '../writing/words.ts';

const day = 86_400_000;
const weeksAhead = 12;

const Weeks = Type.Array(Type.Integer({ minimum: 0, maximum: 1_000_000 }), { minItems: 1, maxItems: 500 });
const Day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

export function forecastTool(engine: ToolEngine, today: () => string): Tool {
  return defineTool({
    name: 'forecast_throughput',
    group: 'analysis',
    title: { ru: 'Прогноз по скорости', en: 'Throughput forecast' },
    description:
      'Forecast from how many items a team finished in each past week: when so many items are done, or how many are done by a day, with 50, 85 and 95 % certainty. Needs no estimates.',
    parameters: Type.Object({
      history: Type.Array(Type.Integer({ minimum: 0, maximum: 1_000_000 }), {
        minItems: 1,
        maxItems: 500,
        description: 'Items finished in each past week, zeros included',
      }),
      items: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 10_000_000, description: 'How many are left' }),
      ),
      by: Type.Optional(
        Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'How many by this day' }),
      ),
      added: Type.Optional(Weeks),
      start: Type.Optional(Day),
    }),
    async run({ history, items, by, added, start = today() }, context) {
      const { locale } = context;
      const say = sayIn(locale);
      // With neither question asked, the next twelve weeks are told.
      const until =
        items === undefined && by === undefined
          ? new Date(Date.parse(start) + weeksAhead * 7 * day).toISOString().slice(0, 10)
          : by;
      const made = await engine('forecastThroughput', { history, items, by: until, added, start }, context);
      const { when, how_many: howMany } = made;
      const marks = ['p50', 'p85', 'p95'] as const;
      const never = say('не раньше чем через десять лет', 'not within ten years');
      const date = (local: string | null): string => (local === null ? never : moment(local, locale));
      return {
        data: made,
        text: paragraphs(
          say(
            `**История: ${made.weeks_of_history} нед.**, в среднем ${number(made.mean_per_week, locale)} в неделю${made.mean_added_per_week > 0 ? `, прибавляется ${number(made.mean_added_per_week, locale)}` : ''}.`,
            `**${made.weeks_of_history} weeks of history**, ${number(made.mean_per_week, locale)} a week on average${made.mean_added_per_week > 0 ? `, ${number(made.mean_added_per_week, locale)} added` : ''}.`,
          ),
          when === null
            ? ''
            : table(
                [
                  say('Уверенность', 'Certainty'),
                  say('Недель', 'Weeks'),
                  say(`Готовы ${when.items}`, `${when.items} done`),
                ],
                marks.map((mark) => [
                  mark.slice(1).concat(' %'),
                  when.weeks[mark] ?? '—',
                  date(when.dates[mark]),
                ]),
              ),
          when !== null && when.never > 0
            ? say(
                `В ${percent(when.never, locale)} прогонов работа не заканчивается за десять лет.`,
                `In ${percent(when.never, locale)} of the runs the work does not end within ten years.`,
              )
            : '',
          howMany === null
            ? ''
            : table(
                [
                  say('Уверенность', 'Certainty'),
                  say(`Готово к ${date(howMany.by)}, не меньше`, `Done by ${date(howMany.by)}, at least`),
                ],
                marks.map((mark) => [mark.slice(1).concat(' %'), howMany.at_least[mark]]),
              ),
        ),
      };
    },
  });
}
