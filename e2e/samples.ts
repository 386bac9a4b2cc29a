import { at } from './client.ts';

/** A value that fits a JSON Schema, as far as the schemas of this program go. */
export function sampleOf(schema: unknown, name = ''): unknown {
  const choices = at(schema, 'enum');
  if (Array.isArray(choices)) return choices[0];
  const constant = at(schema, 'const');
  if (constant !== undefined) return constant;
  const alternatives = at(schema, 'anyOf') ?? at(schema, 'oneOf');
  if (Array.isArray(alternatives)) return sampleOf(alternatives[0], name);
  if (at(schema, 'properties') !== undefined) return sampleObject(schema);
  switch (at(schema, 'type')) {
    case 'object':
      return {};
    case 'array':
      return Array.from({ length: Number(at(schema, 'minItems') ?? 0) }, () =>
        sampleOf(at(schema, 'items'), name),
      );
    case 'integer':
    case 'number':
      return at(schema, 'minimum') ?? 1;
    case 'boolean':
      return true;
    default:
      return sampleText(schema, name);
  }
}

/** Texts that the patterns of this program accept, most special first. */
const candidates = [
  '01890000-0000-7000-8000-000000000000',
  'nobody@example.test',
  '2026-01-01T00:00:00.000Z',
  '000000',
  'memory:read',
  'sample-text-of-some-length',
  'Europe/Moscow',
  'sample.sample',
  '12:30',
  'ru',
  'SAMPLE12',
  '+7 000 000-00-00',
  'https://example.test/sample',
  'a'.repeat(22),
  'a'.repeat(64),
  'a'.repeat(87),
];

const formats: Readonly<Record<string, string>> = {
  'date-time': '2026-01-01T00:00:00.000Z',
  date: '2026-01-01',
  email: 'nobody@example.test',
};

function sampleText(schema: unknown, name: string): string {
  const formatted = formats[String(at(schema, 'format'))];
  if (formatted !== undefined) return formatted;
  const pattern = new RegExp(String(at(schema, 'pattern') ?? ''), 'u');
  const least = Number(at(schema, 'minLength') ?? 0);
  const most = Number(at(schema, 'maxLength') ?? 1_000);
  const fits = (text: string): boolean => text.length >= least && text.length <= most && pattern.test(text);
  const found = [
    name.includes('password') ? 'a password of nobody' : '',
    ...candidates.slice(3),
    ...candidates,
  ].find((text) => text !== '' && fits(text));
  return found ?? 'a'.repeat(Math.max(1, least));
}

export function propertiesOf(schema: unknown): readonly (readonly [name: string, schema: unknown])[] {
  return Object.entries(Object(at(schema, 'properties')));
}

/** Every shape a schema allows; itself when it is no union. */
export function alternativesOf(schema: unknown): readonly unknown[] {
  const alternatives = at(schema, 'anyOf') ?? at(schema, 'oneOf');
  return Array.isArray(alternatives) ? alternatives.flatMap(alternativesOf) : [schema];
}

function sampleObject(schema: unknown): Readonly<Record<string, unknown>> {
  const required = at(schema, 'required');
  const names = new Set(Array.isArray(required) ? required.map(String) : []);
  const least = Number(at(schema, 'minProperties') ?? 0);
  const wanted = propertiesOf(schema).filter(([name], index) => names.has(name) || index < least);
  return Object.fromEntries(wanted.map(([name, property]) => [name, sampleOf(property, name)]));
}
