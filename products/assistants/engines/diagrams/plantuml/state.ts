import type { StateModel } from '../model/state.ts';
import { identifiers } from '../text/identifiers.ts';
import { plantText } from '../text/plantuml-text.ts';

export function statePlantUml(model: StateModel): readonly string[] {
  const name = identifiers(model.states, 's');
  const lines: string[] = ['hide empty description'];
  for (const state of model.states) {
    lines.push(`state "${plantText(state.name)}" as ${name(state.id)}`);
    if (state.description !== undefined) lines.push(`${name(state.id)} : ${plantText(state.description)}`);
  }
  for (const state of model.states) if (state.initial === true) lines.push(`[*] --> ${name(state.id)}`);
  for (const { from, to, label } of model.transitions) {
    const text = label === undefined ? '' : ` : ${plantText(label)}`;
    lines.push(`${name(from)} --> ${name(to)}${text}`);
  }
  for (const state of model.states) if (state.final === true) lines.push(`${name(state.id)} --> [*]`);
  return lines;
}
