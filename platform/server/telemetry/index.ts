export type { Log } from './types.ts';
