import Schema from 'typebox/schema';
import { at } from './client.ts';
import { alternativesOf, propertiesOf, sampleOf } from './samples.ts';

export interface Broken {
  /** Where it is wrong and how. */
  readonly name: string;
  readonly value: unknown;
}

const nul = String.fromCharCode(0);
const loneSurrogate = String.fromCharCode(0xd800);

/** A text that nobody can store or show; refused whatever the schema says. */
const unspeakable = { 'with NUL': `a${nul}b`, 'with half a character': `a${loneSurrogate}b` };

function isSchema(schema: unknown): schema is Schema.XSchema {
  return typeof schema === 'object' && schema !== null;
}

/** Wrong values for one place, and for every place inside it. */
function brokenValues(schema: unknown, name: string): readonly Broken[] {
  const sample = sampleOf(schema, name);
  const values: Readonly<Record<string, unknown>> = {
    'an object': { a: { b: [] } },
    'a list of lists': [[[]]],
    'another type': typeof sample === 'string' ? 7 : 'seven',
    ...(typeof sample === 'string' ? { 'too long': 'x'.repeat(100_000), empty: '' } : {}),
    ...(typeof sample === 'number' ? { infinite: 1e308, negative: -1e9, half: 0.5 } : {}),
    ...(at(schema, 'enum') === undefined ? {} : { 'no such word': 'no-such-word' }),
  };
  const here = Object.entries(values)
    .filter(([, value]) => isSchema(schema) && !Schema.Check(schema, value))
    .map(([how, value]) => ({ name: how, value }));
  const spoilt = typeof sample === 'string' ? Object.entries(unspeakable) : [];
  return [
    ...here,
    ...spoilt.map(([how, value]) => ({ name: how, value })),
    ...alternativesOf(schema).flatMap((shape) => brokenInside(shape, name)),
  ];
}

/** Every value of this shape with one place inside it broken and all others as they should be. */
function brokenInside(shape: unknown, name: string): readonly Broken[] {
  const items = at(shape, 'items');
  if (items !== undefined) {
    const most = at(shape, 'maxItems');
    const tooMany = Array.from({ length: Number(most) + 1 }, () => sampleOf(items, name));
    return [
      ...(most === undefined ? [] : [{ name: 'too many', value: tooMany }]),
      ...brokenValues(items, name).map((broken) => ({ name: `0/${broken.name}`, value: [broken.value] })),
    ];
  }
  const properties = propertiesOf(shape);
  const sample = Object(sampleOf(shape));
  const required = Object(at(shape, 'required') ?? []);
  const missing = Array.isArray(required) ? required.map(String) : [];
  return [
    ...missing.map((absent) => ({
      name: `${absent}: missing`,
      value: Object.fromEntries(Object.entries(sample).filter(([key]) => key !== absent)),
    })),
    ...(at(shape, 'additionalProperties') === false
      ? [{ name: 'something more', value: { ...sample, something_more: true } }]
      : []),
    ...properties.flatMap(([key, property]) =>
      brokenValues(property, key).map((broken) => ({
        name: `${key}/${broken.name}`,
        value: { ...sample, [key]: broken.value },
      })),
    ),
  ];
}

/** Bodies for an operation, each wrong in one place, whatever the depth; none of them fits the schema. */
export function brokenBodies(schema: unknown): readonly Broken[] {
  const isSpoilt = ({ name }: Broken) => Object.keys(unspeakable).some((how) => name.endsWith(how));
  return alternativesOf(schema)
    .flatMap((shape) => brokenInside(shape, ''))
    .filter((broken) => isSpoilt(broken) || (isSchema(schema) && !Schema.Check(schema, broken.value)));
}

/** Whether a value fits a schema. */
export function fits(schema: unknown, value: unknown): boolean {
  return isSchema(schema) && Schema.Check(schema, value);
}
