import type { C4Element, C4Model } from '../model/c4.ts';
import { identifiers } from '../text/identifiers.ts';
import { plantText } from '../text/plantuml-text.ts';

const words: Readonly<Record<C4Element['type'], string>> = {
  person: 'actor',
  system: 'rectangle',
  container: 'component',
  component: 'component',
  database: 'database',
  queue: 'queue',
};

function label(element: C4Element): string {
  const technology = element.technology === undefined ? [] : [`&#91;${plantText(element.technology)}&#93;`];
  const description = element.description === undefined ? [] : [plantText(element.description)];
  return [plantText(element.name), ...technology, ...description].join('\\n');
}

/** Plain component syntax: renders without including the C4 library. */
export function c4PlantUml(model: C4Model): readonly string[] {
  const boundaries = model.boundaries ?? [];
  const name = identifiers(model.elements, 'e');
  const frame = identifiers(boundaries, 'b');
  const lines: string[] = [];
  const inside = Map.groupBy(model.elements, (element) => element.boundary);
  const framesIn = Map.groupBy(boundaries, (boundary) => boundary.boundary);

  const write = (parent: string | undefined, indent: string): void => {
    for (const element of inside.get(parent) ?? []) {
      const mark = element.external === true ? ' <<external>>' : '';
      lines.push(`${indent}${words[element.type]} "${label(element)}" as ${name(element.id)}${mark}`);
    }
    for (const boundary of framesIn.get(parent) ?? []) {
      const head = `package "${plantText(boundary.name)}" as ${frame(boundary.id)} <<${boundary.type}>>`;
      lines.push(`${indent}${head} {`);
      write(boundary.id, `${indent}  `);
      lines.push(`${indent}}`);
    }
  };
  write(undefined, '');

  for (const relation of model.relations) {
    const technology =
      relation.technology === undefined ? '' : `\\n&#91;${plantText(relation.technology)}&#93;`;
    const text = `${plantText(relation.label)}${technology}`;
    lines.push(`${name(relation.from)} --> ${name(relation.to)} : ${text}`);
  }
  return lines;
}
