export type { Storage, StoredObject } from './types.ts';
