import type { Cardinality, ErModel } from '../model/er.ts';
import { identifiers } from '../text/identifiers.ts';
import { mermaidText, mermaidWord } from '../text/mermaid-text.ts';
import { frontMatter } from './front-matter.ts';

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

function attributeLine(attribute: Attribute, index: number): string {
  const name = mermaidWord(attribute.name, `a${index + 1}`);
  const type = mermaidWord(attribute.type, 'unknown');
  const keys = [...new Set(attribute.keys ?? [])].join(', ');
  // The word in the box may lose signs of the name; the comment keeps them.
  const lost = [
    attribute.name.trim() === name ? '' : attribute.name,
    attribute.type === type ? '' : attribute.type,
  ];
  const comment = [...new Set([...lost, attribute.comment ?? ''])]
    .filter((text) => text.trim() !== '')
    .join(' — ');
  return [type, name, keys, comment === '' ? '' : `"${mermaidText(comment)}"`]
    .filter((part) => part !== '')
    .join(' ');
}

export function erMermaid(model: ErModel): string {
  const name = identifiers(model.entities, 'e');
  const lines: string[] = [...frontMatter(model.title), 'erDiagram'];
  for (const entity of model.entities) {
    lines.push(`  ${name(entity.id)}["${mermaidText(entity.name)}"] {`);
    for (const [index, attribute] of entity.attributes.entries())
      lines.push(`    ${attributeLine(attribute, index)}`);
    lines.push('  }');
  }
  for (const relation of model.relations) {
    const line = relation.identifying === true ? '--' : '..';
    const link = `${left[relation.fromCardinality]}${line}${right[relation.toCardinality]}`;
    lines.push(`  ${name(relation.from)} ${link} ${name(relation.to)} : "${mermaidText(relation.label)}"`);
  }
  return `${lines.join('\n')}\n`;
}
