import type { ClassModel, Visibility } from '../model/classes.ts';
import { identifiers } from '../text/identifiers.ts';
import { plantText } from '../text/plantuml-text.ts';

const signs: Readonly<Record<Visibility, string>> = {
  public: '+',
  protected: '#',
  private: '-',
  package: '~',
};
const words = { class: 'class', abstract: 'abstract class', interface: 'interface', enumeration: 'enum' };
const arrows = {
  inheritance: '--|>',
  realization: '..|>',
  composition: '*--',
  aggregation: 'o--',
  association: '-->',
  dependency: '..>',
};

type Item = ClassModel['classes'][number];

function members(item: Item): readonly string[] {
  const attributes = (item.attributes ?? []).map(({ name, type, visibility }) => {
    const text = type === undefined ? plantText(name) : `${plantText(name)} : ${plantText(type)}`;
    return `  ${signs[visibility ?? 'public']}{field} ${text}`;
  });
  const methods = (item.methods ?? []).map(({ name, parameters = [], returns, visibility }) => {
    const result = returns === undefined ? '' : ` : ${plantText(returns)}`;
    const call = `${plantText(name)}(${parameters.map((parameter) => plantText(parameter)).join(', ')})`;
    return `  ${signs[visibility ?? 'public']}{method} ${call}${result}`;
  });
  return [...attributes, ...methods];
}

export function classPlantUml(model: ClassModel): readonly string[] {
  const name = identifiers(model.classes, 'c');
  const lines: string[] = [];
  for (const item of model.classes) {
    lines.push(`${words[item.type ?? 'class']} "${plantText(item.name)}" as ${name(item.id)} {`);
    lines.push(...members(item), '}');
  }
  const quoted = (text: string | undefined) => (text === undefined ? '' : `"${plantText(text)}" `);
  for (const relation of model.relations) {
    const label = relation.label === undefined ? '' : ` : ${plantText(relation.label)}`;
    const from = `${name(relation.from)} ${quoted(relation.fromMultiplicity)}`;
    const to = `${quoted(relation.toMultiplicity)}${name(relation.to)}`;
    lines.push(`${from}${arrows[relation.type]} ${to}${label}`);
  }
  return lines;
}
