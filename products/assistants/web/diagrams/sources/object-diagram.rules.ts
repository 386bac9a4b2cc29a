import type { AttributeInput, FlowchartModel, ObjectInput } from '#products/assistants/engines/diagrams';
import type { ProjectField, ProjectImpact, ProjectObjectDetail } from '../../../contract/index.ts';

/** Types of a field, one by one: commas inside brackets separate nothing. */
export const typesOf = (text: string): readonly string[] =>
  text
    .split(/,\s*(?![^()]*\))/u)
    .map((type) => type.trim())
    .filter((type) => type !== '');

const attributeOf = ({ names, type }: ProjectField): AttributeInput => ({
  name: names.ru,
  types: typesOf(type.ru),
});

/** What the platform adds by itself says nothing about the object. */
const isOwn = ({ part }: ProjectField): boolean => part !== 'StandardAttribute';

/** An object of a configuration as the maker of entities takes it. */
export function entityInput(object: ProjectObjectDetail): ObjectInput {
  const [kind = '', ...name] = object.names.ru.split('.');
  return {
    kind,
    name: name.join('.'),
    attributes: object.fields.filter(isOwn).map(attributeOf),
    tabularSections: object.tabular_sections.map((section) => ({
      name: section.name,
      attributes: section.fields.filter(isOwn).map(attributeOf),
    })),
  };
}

const mostObjects = 60;

/** What a change of an object reaches: arrows lead from the changed thing outwards. */
export function impactGraph(impact: ProjectImpact, language: 'ru' | 'en'): FlowchartModel {
  const shown = impact.impacted.slice(0, mostObjects);
  const known = new Set([impact.target, ...shown.map(({ name }) => name)]);
  return {
    kind: 'flowchart',
    direction: 'right',
    title: impact.names[language],
    nodes: [
      { id: impact.target, label: impact.names[language], shape: 'start' },
      ...shown.map(({ name, names }) => ({ id: name, label: names[language], shape: 'action' as const })),
    ],
    edges: shown.flatMap(({ name, reasons }) =>
      [...new Map(reasons.map((reason) => [reason.to, reason])).values()]
        .filter(({ to }) => known.has(to) && to !== name)
        .map(({ to, via, certainty }) => ({
          from: to,
          to: name,
          ...(via === '' ? {} : { label: via.slice(via.lastIndexOf('.') + 1) }),
          ...(certainty === 'possible' ? { dashed: true } : {}),
        })),
    ),
  };
}
