import type { Method, SyntaxTree } from '#products/assistants/engines/bsl';
import { defineRule, type Fix } from '../../rule.ts';
import { outlineOf } from '../text/outline.ts';
import { eventsOf } from './tables/events.ts';

const objectRegions = ['ОбработчикиСобытий', 'EventHandlers'];
const formRegions = [
  ...['ОбработчикиСобытийФормы', 'FormEventHandlers'],
  ...['ОбработчикиСобытийЭлементовШапкиФормы', 'FormHeaderItemsEventHandlers'],
  ...['ОбработчикиСобытийЭлементовТаблицыФормы', 'FormTableItemsEventHandlers'],
];

export const eventHandlerOutsideEventRegion = defineRule({
  key: 'EventHandlerOutsideEventRegion',
  type: 'smell',
  severity: 'info',
  minutes: 1,
  dialect: 'bsl',
  standards: [455],
  title: { ru: 'Обработчик события не в своей области', en: 'An event handler outside its region' },
  create({ tree, moduleType, symbols, reportTokens }) {
    const events = eventsOf(moduleType);
    const isForm = moduleType === 'FormModule';
    const target = isForm ? 'ОбработчикиСобытийФормы' : 'ОбработчикиСобытий';
    return {
      finish() {
        for (const { key, name, node } of symbols.methods) {
          if (!events.has(key) || node.endKeyword < 0) continue;
          const region = outlineOf(tree).regionOf(node)?.name ?? '';
          const isInPlace = isForm
            ? formRegions.some((prefix) => region.startsWith(prefix))
            : objectRegions.includes(region);
          if (isInPlace) continue;
          reportTokens(node.name, node.name, {
            message: {
              ru: `Перенесите «${name}» в область «${target}»`,
              en: `Move "${name}" to the region "${target}"`,
            },
            fix: move(tree, node, target),
          });
        }
      },
    };
  },
});

/** Takes the lines of the method, with the comment above, to the end of the region; makes the region if there is none. */
function move(tree: SyntaxTree, method: Method, target: string): Fix {
  const { lines, source, tokens } = tree;
  let first = lines.lineAt(tokens.start(method.first));
  while (first > 0 && /^\/\//u.test(source.slice(lines.start(first - 1), lines.start(first)))) first -= 1;
  const start = lines.start(first);
  const end = lines.start(lines.lineAt(tokens.end(method.last)) + 1);
  const text = source.slice(start, end).trimEnd();

  const top = outlineOf(tree).topRegions;
  const existing = top.find(({ name }) => name.toLowerCase() === target.toLowerCase());
  const last = top.at(-1);
  const place =
    existing === undefined
      ? last === undefined
        ? 0
        : lines.start(lines.lineAt(last.end) + 1)
      : lines.start(lines.lineAt(existing.source.close?.start ?? existing.end));
  const inserted =
    existing === undefined ? `#Область ${target}\n\n${text}\n\n#КонецОбласти\n` : `${text}\n\n`;
  return {
    title: { ru: `Перенести в область «${target}»`, en: `Move to the region "${target}"` },
    edits: [
      { start, end, text: '' },
      { start: place, end: place, text: inserted },
    ],
  };
}
