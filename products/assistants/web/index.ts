export { assistantsWeb } from './module.ts';
