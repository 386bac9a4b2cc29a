import type { StateModel } from '../model/state.ts';
import { identifiers } from '../text/identifiers.ts';
import { mermaidLine, mermaidText } from '../text/mermaid-text.ts';
import { frontMatter } from './front-matter.ts';

export function stateMermaid(model: StateModel): string {
  const name = identifiers(model.states, 's');
  const lines: string[] = [...frontMatter(model.title), 'stateDiagram-v2'];
  for (const state of model.states) {
    lines.push(`  state "${mermaidText(state.name)}" as ${name(state.id)}`);
    if (state.description !== undefined)
      lines.push(`  ${name(state.id)} : ${mermaidLine(state.description)}`);
  }
  for (const state of model.states) if (state.initial === true) lines.push(`  [*] --> ${name(state.id)}`);
  for (const { from, to, label } of model.transitions) {
    const text = label === undefined ? '' : ` : ${mermaidLine(label)}`;
    lines.push(`  ${name(from)} --> ${name(to)}${text}`);
  }
  for (const state of model.states) if (state.final === true) lines.push(`  ${name(state.id)} --> [*]`);
  return `${lines.join('\n')}\n`;
}
