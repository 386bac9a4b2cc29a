export { type Chunk, type ChunkOptions, chunks, type Range } from './chunks.ts';
export type { Bilingual, Block, BlockKind, Document, DocumentKind, DocumentWarning } from './document.ts';
export { documentOfText } from './document-of-text.ts';
export { type DocumentLimits, defaultLimits } from './limits.ts';
export { readDocument } from './read-document.ts';
export type { DocumentRefusal, DocumentRefusalCode, DocumentResult } from './refusal.ts';
export { type Sentence, sentences } from './sentences.ts';
