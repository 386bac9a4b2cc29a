import type { TSchema } from 'typebox';

type JsonSchema = Record<string, unknown>;

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nullableOf(schema: JsonSchema): JsonSchema | undefined {
  const { anyOf } = schema;
  if (!Array.isArray(anyOf) || anyOf.length !== 2) return undefined;
  const rest = anyOf.filter((option) => !(isObject(option) && option['type'] === 'null'));
  const [only]: unknown[] = rest;
  if (rest.length !== 1 || !isObject(only) || typeof only['type'] !== 'string') return undefined;
  return { ...only, nullable: true };
}

function simplify(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(simplify);
  if (!isObject(value)) return value;
  const schema = nullableOf(value) ?? value;
  return Object.fromEntries(Object.entries(schema).map(([key, child]) => [key, simplify(child)]));
}

/**
 * The reply schema as the serialiser runs it fastest: "this or null" becomes one nullable branch,
 * which spares a validation per value. What is written stays the same.
 */
export function serializable(schema: TSchema): JsonSchema {
  const plain = simplify(JSON.parse(JSON.stringify(schema)));
  return isObject(plain) ? plain : {};
}
