import { type Static, Type } from 'typebox';

/** Environment of the module. */
export const MemoryConfig = Type.Object({
  MEMORY_INDEX_MAX_MB: Type.Integer({
    default: 128,
    minimum: 8,
    maximum: 65_536,
    description: 'Memory of one process for search indexes of spaces; those used longest ago go first.',
  }),
  MEMORY_MAX_CONTENT: Type.Integer({
    default: 32_000,
    minimum: 100,
    maximum: 1_000_000,
    description: 'Characters of one memory at most.',
  }),
  MEMORY_CONSOLIDATE_AFTER: Type.Integer({
    default: 50,
    minimum: 1,
    maximum: 100_000,
    description: 'New turns and notes of one space after which consolidation starts by itself.',
  }),
  MEMORY_GC_MIN_AGE_DAYS: Type.Number({
    default: 30,
    minimum: 0,
    description: 'Unimportant memories that were never accessed are forgotten when older.',
  }),
  MEMORY_GC_IMPORTANCE: Type.Number({
    default: 0.2,
    minimum: 0,
    maximum: 1,
    description: 'Memories less important than this are unimportant.',
  }),
  MEMORY_SOFT_DELETE_AGE_DAYS: Type.Number({
    default: 7,
    minimum: 0,
    description: 'Forgotten memories can be restored for this long, then they are deleted for good.',
  }),
  MEMORY_LLM_SUMMARIES: Type.Boolean({
    default: true,
    description:
      'Let a language model write summaries when one is configured; each is checked against its sources.',
  }),
});

export type MemoryConfig = Static<typeof MemoryConfig>;
