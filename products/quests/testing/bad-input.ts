import type { RouteDefinition } from '#platform/contract';

/** What the walk below reads of a schema. */
interface Shape {
  readonly type?: string;
  readonly anyOf?: readonly Shape[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: unknown;
  readonly items?: Shape;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minProperties?: number;
}

type Fields = Readonly<Record<string, unknown>>;

/** A field that is wrong, in words, and the body or query that carries it. */
export interface BadInput {
  readonly what: string;
  readonly value: Fields;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function badTexts({ minLength, maxLength, pattern, format }: Shape): readonly unknown[] {
  return [
    ...(minLength === undefined || minLength === 0 ? [] : ['a'.repeat(minLength - 1)]),
    ...(maxLength === undefined ? [] : ['a'.repeat(maxLength + 1)]),
    ...(pattern === undefined ? [] : [' ']),
    ...(format === undefined ? [] : ['not of this kind']),
    7,
  ];
}

function badNumbers({ type, minimum, maximum }: Shape): readonly unknown[] {
  return [
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(maximum === undefined ? [] : [maximum + 1]),
    ...(type === 'integer' ? [(minimum ?? 0) + 0.5] : []),
    'many',
  ];
}

/** Values that break a schema, each in one way. `good` is one that does not. */
function badValues(shape: Shape, good: unknown): readonly unknown[] {
  if (shape.enum !== undefined) return ['nonsense'];
  if (shape.const !== undefined) return ['nonsense'];
  if (shape.anyOf !== undefined) {
    const fitting = shape.anyOf.find(({ type }) => type !== 'null') ?? {};
    return badValues(fitting, good).filter((value) => value !== null);
  }
  switch (shape.type) {
    case 'string':
      return badTexts(shape);
    case 'integer':
    case 'number':
      return badNumbers(shape);
    case 'boolean':
      return ['perhaps'];
    case 'array': {
      const one: unknown = Array.isArray(good) ? good[0] : undefined;
      return [
        'not a list',
        ...(shape.minItems === undefined ? [] : [[]]),
        ...(shape.maxItems === undefined ? [] : [Array.from({ length: shape.maxItems + 1 }, () => one)]),
        ...badValues(shape.items ?? {}, one).map((value) => [value]),
      ];
    }
    case 'object':
      return ['not an object', ...badFields(shape, isFields(good) ? good : {}).map(({ value }) => value)];
    default:
      return [{}];
  }
}

function badFields(shape: Shape, good: Fields): readonly BadInput[] {
  const wrong = Object.entries(shape.properties ?? {}).flatMap(([name, field]) =>
    badValues(field, good[name]).map((value) => ({
      what: `${name} = ${(JSON.stringify(value) ?? 'nothing').slice(0, 40)}`,
      value: { ...good, [name]: value },
    })),
  );
  const missing = (shape.required ?? []).map((name) => ({
    what: `no ${name}`,
    value: Object.fromEntries(Object.entries(good).filter(([other]) => other !== name)),
  }));
  const more =
    shape.additionalProperties === false
      ? [{ what: 'a field nobody knows', value: { ...good, nobody_knows: 1 } }]
      : [];
  const nothing = shape.minProperties === undefined ? [] : [{ what: 'nothing at all', value: {} }];
  return [...wrong, ...missing, ...more, ...nothing];
}

/** The variant of a body that a good one belongs to. */
function variantOf(shape: Shape, good: Fields): Shape {
  const fits = ({ properties = {}, required = [] }: Shape): boolean =>
    required.every((name) => name in good) &&
    Object.entries(properties).every(
      ([name, field]) => field.const === undefined || !(name in good) || field.const === good[name],
    );
  return shape.anyOf?.find(fits) ?? shape;
}

/** Every way in which one field of a route's body can be wrong, read off its contract. */
export function badBodies(route: RouteDefinition, good: Fields): readonly BadInput[] {
  const shape: Shape = { ...route.body };
  return badFields(variantOf(shape, good), good);
}

/** The same for its query, whose values are texts: a number is one of them, and fractions are cut off. */
export function badQueries(route: RouteDefinition, good: Fields): readonly BadInput[] {
  const shape: Shape = { ...route.query };
  const types = Object.entries(shape.properties ?? {});
  return badFields({ ...shape, additionalProperties: true }, good).filter(({ value }) =>
    types.every(([name, { type }]) => {
      const given = value[name];
      return type === 'string' ? given !== 7 : typeof given !== 'number' || Number.isInteger(given);
    }),
  );
}
