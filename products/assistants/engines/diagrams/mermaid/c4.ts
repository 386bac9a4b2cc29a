import type { C4Element, C4Model } from '../model/c4.ts';
import { identifiers } from '../text/identifiers.ts';
import { mermaidLine, mermaidText } from '../text/mermaid-text.ts';

const headers = { context: 'C4Context', container: 'C4Container', component: 'C4Component' };
const frames = {
  enterprise: 'Enterprise_Boundary',
  system: 'System_Boundary',
  container: 'Container_Boundary',
};
const levelWords = { context: 'System', container: 'Container', component: 'Component' };
const words = { person: 'Person', system: 'System', container: 'Container', component: 'Component' };

function macroOf(element: C4Element, level: C4Model['level']): string {
  const external = element.external === true ? '_Ext' : '';
  if (element.type === 'database') return `${levelWords[level]}Db${external}`;
  if (element.type === 'queue') return `${levelWords[level]}Queue${external}`;
  return `${words[element.type]}${external}`;
}

const quoted = (texts: readonly (string | undefined)[]) =>
  texts.flatMap((text) => (text === undefined || text.trim() === '' ? [] : [`"${mermaidText(text)}"`]));

function elementLine(element: C4Element, alias: string, level: C4Model['level']): string {
  const macro = macroOf(element, level);
  // People and systems have no place for a technology.
  const parts = /^(?:Container|Component)/.test(macro)
    ? [element.technology ?? (element.description === undefined ? undefined : '–'), element.description]
    : [[element.technology, element.description].filter((text) => text !== undefined).join(' — ')];
  return `${macro}(${[alias, `"${mermaidText(element.name)}"`, ...quoted(parts)].join(', ')})`;
}

export function c4Mermaid(model: C4Model): string {
  const boundaries = model.boundaries ?? [];
  const name = identifiers(model.elements, 'e');
  const frame = identifiers(boundaries, 'b');
  const lines: string[] = [headers[model.level]];
  if (model.title !== undefined) lines.push(`  title ${mermaidLine(model.title)}`);

  const inside = Map.groupBy(model.elements, (element) => element.boundary);
  const framesIn = Map.groupBy(boundaries, (boundary) => boundary.boundary);
  const isEmpty = (id: string): boolean =>
    !inside.has(id) && (framesIn.get(id) ?? []).every((child) => isEmpty(child.id));

  const write = (parent: string | undefined, indent: string): void => {
    for (const element of inside.get(parent) ?? [])
      lines.push(`${indent}${elementLine(element, name(element.id), model.level)}`);
    for (const boundary of framesIn.get(parent) ?? []) {
      // An empty frame is a syntax error.
      if (isEmpty(boundary.id)) continue;
      const text = mermaidText(boundary.name);
      lines.push(`${indent}${frames[boundary.type]}(${frame(boundary.id)}, "${text}") {`);
      write(boundary.id, `${indent}  `);
      lines.push(`${indent}}`);
    }
  };
  write(undefined, '  ');

  for (const relation of model.relations) {
    const texts = [`"${mermaidText(relation.label)}"`, ...quoted([relation.technology])];
    lines.push(`  Rel(${[name(relation.from), name(relation.to), ...texts].join(', ')})`);
  }
  return `${lines.join('\n')}\n`;
}
