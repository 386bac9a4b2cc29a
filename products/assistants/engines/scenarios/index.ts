/**
 * Scenarios of user tests for Vanessa Automation: written as strict Gherkin in steps of its library, out of structures or of
 * what a person wrote in Russian, and checked with the library's own extensions known.
 */
export { type Feature, type Rows, type Scenario, type Step, writeFeature } from './feature.ts';
export { clausesOf, scenarioFromText, type WrittenScenario } from './from-text.ts';
export { type FeatureFinding, type FeatureReport, lintFeature } from './lint.ts';
export { type VanessaParameters, writeVanessaParameters } from './run-parameters.ts';
export { isKnownStep, nearestStep, patternOf } from './steps/known.ts';
