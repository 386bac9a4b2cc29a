export { createStorage, type StorageOptions } from './storage.ts';
export type { Storage, StoredObject } from './types.ts';
