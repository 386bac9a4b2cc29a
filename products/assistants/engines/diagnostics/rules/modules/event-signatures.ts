import { defineRule } from '../../rule.ts';
import { eventsOf } from './tables/events.ts';

export const eventHandlerInvalidSignature = defineRule({
  key: 'EventHandlerInvalidSignature',
  type: 'error',
  severity: 'major',
  minutes: 5,
  standards: [455],
  title: {
    ru: 'Параметры обработчика не те, что у события',
    en: 'A handler with other parameters than its event',
  },
  create({ tree: { tokens }, moduleType, symbols, reportTokens }) {
    const events = eventsOf(moduleType);
    return {
      finish() {
        for (const { key, name, parameters, node } of symbols.methods) {
          const event = events.get(key);
          if (event === undefined || event.parameters.some(({ length }) => length === parameters.length))
            continue;
          const [first = []] = event.parameters;
          const expected = first.map((each, index) => parameters[index]?.name ?? each).join(', ');
          const place = { start: tokens.end(node.open), end: tokens.start(node.close) };
          const isWritten = node.open >= 0 && node.close >= 0;
          reportTokens(node.name, node.name, {
            message: {
              ru: `Событие «${name}» передаёт параметры: ${first.join(', ') || 'нет'}`,
              en: `The event "${name}" passes: ${first.join(', ') || 'nothing'}`,
            },
            ...(isWritten && {
              fix: {
                title: { ru: 'Привести параметры к событию', en: 'Make the parameters fit the event' },
                edits: [{ ...place, text: expected }],
              },
            }),
          });
        }
      },
    };
  },
});
