export { createStorage, type StorageOptions } from './storage.ts';
export type { ByteRange, OpenObject, PresignedUpload, Storage, StoredObject } from './types.ts';
