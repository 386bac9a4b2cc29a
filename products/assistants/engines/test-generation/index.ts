/**
 * Unit tests out of code: a module is followed in thought with values that reach its branches and boundaries, and the
 * cases become a YAxUnit test module. What cannot be computed is marked for a person, never invented.
 */
export type { MethodCases, Reason, TestCase } from './cases.ts';
export { type GeneratedTests, type GenerateOptions, generateTests, type TestedKind } from './generate.ts';
export { literalOf } from './literal.ts';
export type { Value } from './run/value.ts';
export { type RunConfiguration, writeRunConfiguration } from './run-configuration.ts';
