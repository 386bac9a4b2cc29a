export { embeddingDimensions, hashEmbedding } from './hash-embedding.ts';
export { type ModelServer, modelServerKey, startModelServer } from './model-server.ts';
export type { RecordedRequest, Turn } from './script.ts';
