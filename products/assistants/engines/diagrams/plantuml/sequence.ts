import type { SequenceModel, SequenceStep } from '../model/sequence.ts';
import { identifiers } from '../text/identifiers.ts';
import { plantText } from '../text/plantuml-text.ts';

const arrows = { call: '->', async: '->>', answer: '-->' };

export function sequencePlantUml(model: SequenceModel): readonly string[] {
  const name = identifiers(model.participants, 'p');
  const line = (step: SequenceStep): string => {
    switch (step.type) {
      case 'message':
        return `${name(step.from)} ${arrows[step.style ?? 'call']} ${name(step.to)} : ${plantText(step.text)}`;
      case 'note':
        return `note over ${name(step.over)} : ${plantText(step.text)}`;
      case 'open':
        return `${step.operator} ${plantText(step.condition)}`;
      case 'next':
        return `else ${plantText(step.condition)}`;
      case 'close':
        return 'end';
    }
  };
  return [
    ...model.participants.map(
      (item) => `${item.type ?? 'participant'} "${plantText(item.name)}" as ${name(item.id)}`,
    ),
    ...model.steps.map(line),
  ];
}
