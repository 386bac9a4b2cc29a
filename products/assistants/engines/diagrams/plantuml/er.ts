import type { Cardinality, ErModel } from '../model/er.ts';
import { identifiers } from '../text/identifiers.ts';
import { plantText } from '../text/plantuml-text.ts';

const left: Readonly<Record<Cardinality, string>> = {
  one: '||',
  zero_or_one: '|o',
  many: '}|',
  zero_or_many: '}o',
};
const right: Readonly<Record<Cardinality, string>> = {
  one: '||',
  zero_or_one: 'o|',
  many: '|{',
  zero_or_many: 'o{',
};

type Attribute = ErModel['entities'][number]['attributes'][number];

function attributeLine(attribute: Attribute): string {
  const keys = [...new Set(attribute.keys ?? [])].map((key) => ` <<${key}>>`).join('');
  const comment = attribute.comment === undefined ? '' : ` — ${plantText(attribute.comment)}`;
  return `{field} ${plantText(attribute.name)} : ${plantText(attribute.type)}${keys}${comment}`;
}

const isKey = (attribute: Attribute) => attribute.keys?.includes('PK') === true;

export function erPlantUml(model: ErModel): readonly string[] {
  const name = identifiers(model.entities, 'e');
  const lines: string[] = ['hide circle'];
  for (const entity of model.entities) {
    const keys = entity.attributes.filter(isKey);
    const others = entity.attributes.filter((attribute) => !isKey(attribute));
    lines.push(`entity "${plantText(entity.name)}" as ${name(entity.id)} {`);
    for (const attribute of keys) lines.push(`  ${attributeLine(attribute)}`);
    if (keys.length > 0 && others.length > 0) lines.push('  --');
    for (const attribute of others) lines.push(`  ${attributeLine(attribute)}`);
    lines.push('}');
  }
  for (const relation of model.relations) {
    const line = relation.identifying === true ? '--' : '..';
    const link = `${left[relation.fromCardinality]}${line}${right[relation.toCardinality]}`;
    lines.push(`${name(relation.from)} ${link} ${name(relation.to)} : ${plantText(relation.label)}`);
  }
  return lines;
}
