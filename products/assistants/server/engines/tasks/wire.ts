type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First>
    ? `${First}${SnakeCase<Rest>}`
    : `_${Lowercase<First>}${SnakeCase<Rest>}`
  : '';

/** A value as it goes over the wire: names in snake_case. */
export type Wire<Value> = Value extends readonly (infer Item)[]
  ? Wire<Item>[]
  : Value extends object
    ? { [Name in keyof Value as Name extends string ? SnakeCase<Name> : Name]: Wire<Value[Name]> }
    : Value;

/** Names of fields become snake_case, all the way down. Only for values whose keys are names of the code. */
export function toWire<Value>(value: Value): Wire<Value> {
  const wire = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(wire);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, each]) => [
        name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        wire(each),
      ]),
    );
  };
  return wire(value) as Wire<Value>;
}
