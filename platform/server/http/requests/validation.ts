import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Refusal } from '#base/refusal';
import type { RouteDefinition } from '#platform/contract';
import { type Fault, unsafeText } from './text-safety.ts';

export interface Input {
  params: unknown;
  query: unknown;
  body: unknown;
}

interface SchemaError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly message: string;
  readonly params: object;
}

type Part = (value: unknown, faults: Fault[]) => unknown;

const textFormMessage = 'must be sent as a JSON body';

function listed(params: object, name: string): readonly unknown[] {
  const list: unknown = Reflect.get(params, name);
  return Array.isArray(list) ? list : [];
}

function faultsOf(error: SchemaError, root: string): Fault[] {
  // `false` for a property that may not be there: its object says so already, by name.
  if (error.keyword === 'boolean') return [];
  const at = `${root}${error.instancePath}`;
  const missing = listed(error.params, 'requiredProperties');
  if (missing.length > 0)
    return missing.map((name) => ({ pointer: `${at}/${String(name)}`, message: 'is required' }));
  const extra = listed(error.params, 'additionalProperties');
  if (extra.length > 0)
    return extra.map((name) => ({ pointer: `${at}/${String(name)}`, message: 'is not known here' }));
  const allowed = listed(error.params, 'allowedValues');
  if (allowed.length > 0)
    return [{ pointer: at, message: `must be one of ${allowed.map(String).join(', ')}` }];
  return [{ pointer: at, message: error.message }];
}

/** Several complaints of one value's alternatives say the same thing; the first of each is enough. */
function distinct(faults: readonly Fault[]): Fault[] {
  const seen = new Map(faults.map((fault) => [`${fault.pointer} ${fault.message}`, fault]));
  return [...seen.values()];
}

/** `textual`: values come as text (path, query) and are converted to what the schema says. */
function compilePart(schema: TSchema, root: string, textual: boolean): Part {
  const validator = Compile(schema);
  const hasDefaults = JSON.stringify(schema).includes('"default":');
  return (given, faults) => {
    if (given === undefined && root === '/body') {
      // An optional body may be absent; a required one is missed as a whole.
      if (!validator.Check(given)) faults.push({ pointer: root, message: textFormMessage });
      return given;
    }
    const unsafe = unsafeText(given, root);
    if (unsafe.length > 0) {
      faults.push(...unsafe);
      return given;
    }
    let value = hasDefaults ? validator.Default(given) : given;
    if (validator.Check(value)) return value;
    if (textual) {
      value = validator.Convert(value);
      if (validator.Check(value)) return value;
    }
    for (const error of validator.Errors(value)) faults.push(...faultsOf(error, root));
    return value;
  };
}

function uncheckedPart(root: string): Part {
  return (value, faults) => {
    faults.push(...unsafeText(value, root));
    return value;
  };
}

/**
 * Builds the check of a route's whole input once. It converts path and query values (never the body),
 * applies defaults, and refuses with every fault of all parts at once. Nothing is removed silently.
 */
export function compileInput(definition: RouteDefinition): (input: Input) => void {
  const params =
    definition.params === undefined ? undefined : compilePart(definition.params, '/params', true);
  const query = definition.query === undefined ? undefined : compilePart(definition.query, '/query', true);
  const body =
    definition.body === undefined || definition.textBody === true
      ? uncheckedPart('/body')
      : compilePart(definition.body, '/body', false);
  const anyParams = uncheckedPart('/params');
  const anyQuery = uncheckedPart('/query');
  return (input) => {
    const faults: Fault[] = [];
    input.params = (params ?? anyParams)(input.params, faults);
    input.query = (query ?? anyQuery)(input.query, faults);
    input.body = body(input.body, faults);
    if (faults.length > 0) {
      const errors = distinct(faults).slice(0, 50);
      throw new Refusal('invalid', 'http.invalid_input', 'The request is not valid.', { errors });
    }
  };
}
