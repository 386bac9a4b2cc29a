import { at, call } from './client.ts';
import { sampleOf } from './samples.ts';

/** One operation of the target's own description of its API. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  /** With `{name}` for parameters. */
  readonly path: string;
  /** `public`, `signed-in`, `operator` or a permission. */
  readonly access: string;
  /** What an API key needs; undefined when no key opens this. */
  readonly scope: string | undefined;
  /** The schema of a JSON body. */
  readonly body: unknown;
  readonly takesText: boolean;
  /** Bytes of any type. */
  readonly takesBytes: boolean;
  readonly parameters: readonly Parameter[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly isRequired: boolean;
  readonly schema: unknown;
}

function parametersOf(operation: unknown): readonly Parameter[] {
  const list = at(operation, 'parameters');
  return Array.isArray(list)
    ? list.map((one) => ({
        name: String(at(one, 'name')),
        in: String(at(one, 'in')),
        isRequired: at(one, 'required') === true,
        schema: at(one, 'schema'),
      }))
    : [];
}

/** The route table, read from the running target. */
export async function readOperations(target: string): Promise<readonly Operation[]> {
  const { json } = await call(target, '/openapi.json');
  const operations: Operation[] = [];
  for (const [path, methods] of Object.entries(Object(at(json, 'paths')))) {
    for (const [method, operation] of Object.entries(Object(methods))) {
      const scope = at(operation, 'x-scope');
      operations.push({
        id: String(at(operation, 'operationId')),
        method: method.toUpperCase(),
        path,
        access: String(at(operation, 'x-access')),
        scope: typeof scope === 'string' ? scope : undefined,
        body: at(operation, 'requestBody', 'content', 'application/json', 'schema'),
        takesText: at(operation, 'requestBody', 'content', 'text/plain') !== undefined,
        takesBytes: at(operation, 'requestBody', 'content', '*/*') !== undefined,
        parameters: parametersOf(operation),
      });
    }
  }
  return operations;
}

/** The operation's path with values that fit; ids of nobody unless given. */
export function pathOf(
  { path, parameters }: Operation,
  values: Readonly<Record<string, string>> = {},
): string {
  return path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => {
    const schema = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema;
    return encodeURIComponent(values[name] ?? String(sampleOf(schema, name)));
  });
}
