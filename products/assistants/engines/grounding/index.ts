/**
 * Grounding of code and queries in a configuration: what checks are told of it, and names it does not have. Pure.
 */
export { type Ground, groundOf } from './ground.ts';
export { type Grounding, groundingOf } from './grounding.ts';
export { factsOf, type ProjectFacts, projectOf } from './project-facts.ts';
export type { UngroundedName } from './ungrounded-name.ts';
