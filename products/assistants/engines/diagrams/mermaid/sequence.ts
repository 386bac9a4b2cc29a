import type { SequenceModel, SequenceStep } from '../model/sequence.ts';
import { identifiers } from '../text/identifiers.ts';
import { mermaidLine } from '../text/mermaid-text.ts';

const arrows = { call: '->>', async: '-)', answer: '-->>' };

export function sequenceMermaid(model: SequenceModel): string {
  const name = identifiers(model.participants, 'p');
  const lines: string[] = ['sequenceDiagram'];
  if (model.title !== undefined) lines.push(`  title ${mermaidLine(model.title)}`);
  for (const participant of model.participants) {
    const word = participant.type ?? 'participant';
    lines.push(`  ${word} ${name(participant.id)} as ${mermaidLine(participant.name)}`);
  }
  const open: string[] = [];
  const line = (step: SequenceStep): string => {
    switch (step.type) {
      case 'message':
        return `${name(step.from)}${arrows[step.style ?? 'call']}${name(step.to)}: ${mermaidLine(step.text)}`;
      case 'note':
        return `Note over ${name(step.over)}: ${mermaidLine(step.text)}`;
      case 'open':
        open.push(step.operator);
        return `${step.operator} ${mermaidLine(step.condition)}`;
      case 'next':
        return `${open.at(-1) === 'par' ? 'and' : 'else'} ${mermaidLine(step.condition)}`;
      case 'close':
        open.pop();
        return 'end';
    }
  };
  for (const step of model.steps) lines.push(`  ${line(step)}`);
  return `${lines.join('\n')}\n`;
}
