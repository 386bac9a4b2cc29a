import type { Static, TObject } from 'typebox';
import { Check, Errors } from 'typebox/value';

/** What is wrong with a field, before it is put into words. */
export type Fault =
  | { readonly kind: 'required' | 'pattern' | 'email' | 'number' | 'integer' | 'choice' | 'invalid' }
  | { readonly kind: 'too_short' | 'too_long' | 'few_items' | 'many_items'; readonly count: number }
  | { readonly kind: 'minimum' | 'maximum'; readonly limit: number }
  /** The server's own words. */
  | { readonly kind: 'told'; readonly text: string };

export type Faults = Readonly<Record<string, Fault>>;

type SchemaError = ReturnType<typeof Errors>[number];

function faultOf(error: SchemaError, value: unknown): Fault {
  if (value === undefined || value === '' || value === null) return { kind: 'required' };
  switch (error.keyword) {
    case 'minLength':
      return { kind: 'too_short', count: error.params.limit };
    case 'maxLength':
      return { kind: 'too_long', count: error.params.limit };
    case 'minItems':
      return { kind: 'few_items', count: error.params.limit };
    case 'maxItems':
      return { kind: 'many_items', count: error.params.limit };
    case 'minimum':
    case 'exclusiveMinimum':
      return { kind: 'minimum', limit: Number(error.params.limit) };
    case 'maximum':
    case 'exclusiveMaximum':
      return { kind: 'maximum', limit: Number(error.params.limit) };
    case 'enum':
    case 'const':
      return { kind: 'choice' };
    case 'pattern':
    case 'format':
      return { kind: 'pattern' };
    case 'type':
      if (error.params.type === 'integer') return { kind: 'integer' };
      return error.params.type === 'number' ? { kind: 'number' } : { kind: 'invalid' };
    default:
      return { kind: 'invalid' };
  }
}

/** The form's values as the contract wants them: empty optional fields are left out. */
export function tidy(schema: TObject, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const required = new Set<string>(schema.required ?? []);
  return Object.fromEntries(
    Object.entries(values).filter(
      ([name, value]) => value !== undefined && (value !== '' || required.has(name)),
    ),
  );
}

/** Whether the values are what the contract takes. */
export function conforms<Schema extends TObject>(schema: Schema, values: unknown): values is Static<Schema> {
  return Check(schema, values);
}

/** The first fault of every field at fault, by field name. */
export function faultsOf(schema: TObject, values: Readonly<Record<string, unknown>>): Faults {
  const faults: Record<string, Fault> = {};
  for (const name of schema.required ?? []) {
    const value = values[name];
    if (value === undefined || value === '') faults[name] = { kind: 'required' };
  }
  for (const error of Errors(schema, values)) {
    const name = error.instancePath.split('/')[1];
    if (name === undefined || name === '') continue;
    faults[name] ??= faultOf(error, values[name]);
  }
  return faults;
}

/** Reads field names out of the server's pointers: `/body/email` and `/email` both mean `email`. */
export function fieldOf(pointer: string): string | undefined {
  const parts = pointer.split('/').filter((part) => part !== '');
  return parts[0] === 'body' ? parts[1] : parts[0];
}
