import { checkDiagram } from '../model/check-diagram.ts';
import type { ErModel } from '../model/er.ts';
import { done, type Outcome } from '../outcome.ts';
import { nothingFound } from './source-text.ts';
import { kindAliases, referenceKinds, referencePrefixes } from './tables/reference-types.ts';

export interface AttributeInput {
  readonly name: string;
  /** As 1C writes them: `Строка`, `СправочникСсылка.Контрагенты`, `CatalogRef.Items`. */
  readonly types: readonly string[];
}

export interface ObjectInput {
  readonly name: string;
  /** `Справочник`, `Документ`, `РегистрНакопления`, `Catalog`, … */
  readonly kind: string;
  readonly attributes: readonly AttributeInput[];
  readonly tabularSections?: readonly {
    readonly name: string;
    readonly attributes: readonly AttributeInput[];
  }[];
}

type Entity = ErModel['entities'][number];
type Relation = ErModel['relations'][number];

function kindKey(kind: string): string {
  const lower = kind.toLowerCase().replace(/\s+/gu, '');
  return kindAliases.get(lower) ?? lower;
}
const keyOf = (kind: string, name: string) => `${kindKey(kind)}.${name.toLowerCase()}`;

/** The object a type refers to, as a key; undefined for plain types. */
function targetOf(type: string): string | undefined {
  const [prefix = '', name] = type.trim().split('.', 2);
  const kind = referencePrefixes.get(prefix.toLowerCase());
  return kind === undefined || name === undefined ? undefined : keyOf(kind, name);
}

/**
 * Entities and relations of 1C objects: attributes of a reference type become relations to the objects given,
 * tabular sections entities of their own that cannot live without their object.
 */
export function erFromObjects(
  objects: readonly ObjectInput[],
  options: { readonly title?: string } = {},
): Outcome<ErModel> {
  if (objects.length === 0) return nothingFound('Объектов нет.', 'There are no objects.');
  const known = new Set(objects.map((object) => keyOf(object.kind, object.name)));
  const entities: Entity[] = [];
  const relations: Relation[] = [];

  const attributesOf = (owner: string, inputs: readonly AttributeInput[]): Entity['attributes'][number][] =>
    inputs.map(({ name, types }) => {
      const targets = new Set(types.flatMap((type) => targetOf(type) ?? []));
      for (const target of targets) {
        if (known.has(target))
          relations.push({
            from: target,
            to: owner,
            // Of a composite type only one reference is filled in.
            fromCardinality: types.length > 1 ? 'zero_or_one' : 'one',
            toCardinality: 'zero_or_many',
            label: name,
          });
      }
      const [first = 'Произвольный'] = types;
      const composite = types.length > 1 ? { comment: types.join(', ') } : {};
      const keys = targets.size > 0 ? { keys: ['FK' as const] } : {};
      return { name, type: types.length > 1 ? 'Составной' : first, ...keys, ...composite };
    });

  for (const object of objects) {
    const id = keyOf(object.kind, object.name);
    const hasReference = referenceKinds.has(kindKey(object.kind));
    const reference: Entity['attributes'][number] = { name: 'Ссылка', type: object.kind, keys: ['PK'] };
    entities.push({
      id,
      name: `${object.kind}.${object.name}`,
      attributes: [...(hasReference ? [reference] : []), ...attributesOf(id, object.attributes)],
    });
    for (const section of object.tabularSections ?? []) {
      const sectionId = `${id}.${section.name.toLowerCase()}`;
      entities.push({
        id: sectionId,
        name: `${object.name}.${section.name}`,
        attributes: [
          { name: 'Ссылка', type: object.kind, keys: ['PK', 'FK'] },
          { name: 'НомерСтроки', type: 'Число', keys: ['PK'] },
          ...attributesOf(sectionId, section.attributes),
        ],
      });
      relations.push({
        from: id,
        to: sectionId,
        fromCardinality: 'one',
        toCardinality: 'zero_or_many',
        identifying: true,
        label: section.name,
      });
    }
  }
  const model: ErModel = {
    kind: 'er',
    ...(options.title === undefined ? {} : { title: options.title }),
    entities,
    relations,
  };
  return checkDiagram(model) ?? done(model);
}
