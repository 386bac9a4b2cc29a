import type { TObject, TSchema } from 'typebox';
import type { Slots } from './slots.rules.ts';

function field(schema: TSchema, name: string): unknown {
  return Reflect.get(schema, name);
}

/** Whether a value may stand for a parameter, as far as its outer shape tells. */
function fits(schema: TSchema, value: unknown): boolean {
  const allowed = field(schema, 'enum');
  if (Array.isArray(allowed)) return allowed.includes(value);
  const variants = field(schema, 'anyOf');
  if (Array.isArray(variants)) return variants.some((variant: TSchema) => fits(variant, value));
  if (field(schema, 'const') !== undefined) return field(schema, 'const') === value;
  switch (field(schema, 'type')) {
    case 'string': {
      const longest = field(schema, 'maxLength');
      return typeof value === 'string' && (typeof longest !== 'number' || value.length <= longest);
    }
    case 'number':
    case 'integer':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'array': {
      const items = field(schema, 'items');
      if (!Array.isArray(value)) return false;
      return (
        typeof items !== 'object' || items === null || value.every((item) => fits(items as TSchema, item))
      );
    }
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    default:
      return true;
  }
}

/**
 * Fills the parameters of a tool with what there is. Parameters nobody knows a value for are left out; undefined when a
 * required one is among them.
 */
export function fillInput(parameters: TObject, slots: Slots): Readonly<Record<string, unknown>> | undefined {
  const required = new Set(parameters.required ?? []);
  const filled: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(parameters.properties)) {
    const value = (slots[name] ?? []).find((candidate) => fits(schema, candidate));
    if (value !== undefined) filled[name] = value;
    else if (required.has(name)) return undefined;
  }
  return filled;
}
