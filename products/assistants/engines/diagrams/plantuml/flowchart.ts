import type { FlowchartModel, FlowchartNode } from '../model/flowchart.ts';
import { identifiers } from '../text/identifiers.ts';
import { plantText } from '../text/plantuml-text.ts';
import { structuredActivity } from './structured-activity.ts';

const shapes: Readonly<Record<FlowchartNode['shape'], string>> = {
  start: 'circle',
  end: 'circle',
  action: 'rectangle',
  decision: 'hexagon',
  parallel: 'control',
  event: 'boundary',
  data: 'storage',
};

/** Free graphs (loops, several starts) as nodes and arrows: the activity syntax cannot say them. */
function freeGraph(model: FlowchartModel): readonly string[] {
  const groups = model.groups ?? [];
  const name = identifiers(model.nodes, 'n');
  const frame = identifiers(groups, 'g');
  const inside = Map.groupBy(model.nodes, (node) => node.group);
  const lines: string[] = model.direction === 'right' ? ['left to right direction'] : [];
  const write = (group: string | undefined, indent: string) => {
    for (const node of inside.get(group) ?? [])
      lines.push(`${indent}${shapes[node.shape]} "${plantText(node.label)}" as ${name(node.id)}`);
  };
  write(undefined, '');
  for (const group of groups) {
    lines.push(`frame "${plantText(group.name)}" as ${frame(group.id)} {`);
    write(group.id, '  ');
    lines.push('}');
  }
  for (const { from, to, label, dashed } of model.edges) {
    const text = label === undefined || label.trim() === '' ? '' : ` : ${plantText(label)}`;
    lines.push(`${name(from)} ${dashed === true ? '..>' : '-->'} ${name(to)}${text}`);
  }
  return lines;
}

export function flowchartPlantUml(model: FlowchartModel): readonly string[] {
  return structuredActivity(model) ?? freeGraph(model);
}
