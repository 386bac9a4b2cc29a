import { Compile } from 'typebox/compile';
import type { Tool } from './tool.ts';

const validators = new WeakMap<Tool, ReturnType<typeof Compile>>();

/** What is wrong with a tool's input, in one sentence; undefined for a sound one. */
export function checkInput(tool: Tool, input: unknown): string | undefined {
  const validator = validators.get(tool) ?? Compile(tool.parameters);
  validators.set(tool, validator);
  if (validator.Check(input)) return undefined;
  const [first] = validator.Errors(input);
  return first === undefined ? 'The input does not fit.' : `${first.instancePath || '/'}: ${first.message}`;
}
