export { type ModelServer, modelServerKey, startModelServer } from './model-server.ts';
export type { RecordedRequest, Turn } from './script.ts';
