/**
 * Queries inside modules: found in string literals and put back rewritten, where nothing of the module is lost. Pure.
 */
export { type QueryFile, type QueryText, queriesOf } from './texts.ts';
export { differenceOf, type Replaced, replacementFor, sourceWith } from './write.ts';
