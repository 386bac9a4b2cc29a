import type { ClassModel, Visibility } from '../model/classes.ts';
import { identifiers } from '../text/identifiers.ts';
import { mermaidLine, mermaidText } from '../text/mermaid-text.ts';
import { frontMatter } from './front-matter.ts';

const signs: Readonly<Record<Visibility, string>> = {
  public: '+',
  protected: '#',
  private: '-',
  package: '~',
};
const arrows = {
  inheritance: '--|>',
  realization: '..|>',
  composition: '*--',
  aggregation: 'o--',
  association: '-->',
  dependency: '..>',
};

type Item = ClassModel['classes'][number];

// A bracket in an attribute would make a method of it, an ending sign a static or abstract member.
const member = (raw: string) => mermaidText(raw).replace(/[()]/g, (sign) => `#${sign.charCodeAt(0)};`);

function members(item: Item): readonly string[] {
  const attributes = (item.attributes ?? []).map(({ name, type, visibility }) => {
    const word = type === undefined ? member(name) : `${member(type)} ${member(name)}`;
    return `${signs[visibility ?? 'public']}${word}`;
  });
  const methods = (item.methods ?? []).map(({ name, parameters = [], returns, visibility }) => {
    const result = returns === undefined ? '' : ` ${member(returns)}`;
    return `${signs[visibility ?? 'public']}${member(name)}(${parameters.map(member).join(', ')})${result}`;
  });
  return [...attributes, ...methods];
}

export function classMermaid(model: ClassModel): string {
  const name = identifiers(model.classes, 'c');
  const lines: string[] = [...frontMatter(model.title), 'classDiagram'];
  for (const item of model.classes) {
    const head = `  class ${name(item.id)}["${mermaidText(item.name)}"]`;
    const body = members(item);
    if (body.length === 0) lines.push(head);
    else lines.push(`${head} {`, ...body.map((line) => `    ${line}`), '  }');
    if (item.type !== undefined && item.type !== 'class') lines.push(`  <<${item.type}>> ${name(item.id)}`);
  }
  const quoted = (text: string | undefined) => (text === undefined ? '' : `"${mermaidText(text)}" `);
  for (const relation of model.relations) {
    const label = relation.label === undefined ? '' : ` : ${mermaidLine(relation.label)}`;
    const to = `${quoted(relation.toMultiplicity)}${name(relation.to)}`;
    const from = `${name(relation.from)} ${quoted(relation.fromMultiplicity)}`;
    lines.push(`  ${from}${arrows[relation.type]} ${to}${label}`);
  }
  return `${lines.join('\n')}\n`;
}
