import type { FlowchartModel, FlowchartNode } from '../model/flowchart.ts';
import { identifiers } from '../text/identifiers.ts';
import { mermaidText } from '../text/mermaid-text.ts';
import { frontMatter } from './front-matter.ts';

const shapes: Readonly<Record<FlowchartNode['shape'], readonly [string, string]>> = {
  start: ['([', '])'],
  end: ['([', '])'],
  action: ['[', ']'],
  decision: ['{', '}'],
  parallel: ['{{', '}}'],
  event: ['((', '))'],
  data: ['[/', '/]'],
};

export function flowchartMermaid(model: FlowchartModel): string {
  const groups = model.groups ?? [];
  const name = identifiers(model.nodes, 'n');
  const frame = identifiers(groups, 'g');
  const lines: string[] = [
    ...frontMatter(model.title),
    `flowchart ${model.direction === 'right' ? 'LR' : 'TD'}`,
  ];
  const inside = Map.groupBy(model.nodes, (node) => node.group);
  const write = (group: string | undefined, indent: string) => {
    for (const node of inside.get(group) ?? []) {
      const [open, close] = shapes[node.shape];
      lines.push(`${indent}${name(node.id)}${open}"${mermaidText(node.label)}"${close}`);
    }
  };
  write(undefined, '  ');
  for (const group of groups) {
    lines.push(`  subgraph ${frame(group.id)}["${mermaidText(group.name)}"]`);
    write(group.id, '    ');
    lines.push('  end');
  }
  for (const edge of model.edges) {
    const arrow = edge.dashed === true ? '-.->' : '-->';
    const text = edge.label === undefined || edge.label.trim() === '' ? '' : `|"${mermaidText(edge.label)}"|`;
    lines.push(`  ${name(edge.from)} ${arrow}${text} ${name(edge.to)}`);
  }
  return `${lines.join('\n')}\n`;
}
