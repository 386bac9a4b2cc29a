/** Writing XML safely. Pure. */
export { xmlText } from './xml-text.ts';
