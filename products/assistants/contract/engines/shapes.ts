import { type Static, Type } from 'typebox';

/** May be called by every signed-in member of a company, also by an API key made for it. */
export const useEngines = { access: 'signed-in', scope: 'assistants:engines' } as const;

/** Work that keeps a processor busy. */
export const heavyWork = { max: 60, windowSeconds: 60 } as const;
export const lightWork = { max: 240, windowSeconds: 60 } as const;

/** What engines that run in a thread of their own may refuse besides bad input. */
export const engineRefusals = [
  'tenants.company_not_found',
  'assistants.engine_timeout',
  'assistants.engine_memory',
  'assistants.engines_busy',
  'assistants.engine_input',
] as const;

/** A text for people in both languages. */
export const Words = Type.Object({ ru: Type.String(), en: Type.String() });

export type Words = Static<typeof Words>;

/** Zero-based line and UTF-16 column, as in the Language Server Protocol. */
export const Position = Type.Object({
  line: Type.Integer({ minimum: 0 }),
  character: Type.Integer({ minimum: 0 }),
});

/** From the first character to the one after the last. */
export const Range = Type.Object({ start: Position, end: Position });

export type Range = Static<typeof Range>;

/** A development standard of 1C. */
export const Standard = Type.Object({ number: Type.Integer(), url: Type.String() });

/** At most a million characters: more than any module people wrote. */
export const SourceText = Type.String({ minLength: 1, maxLength: 1_000_000 });
/** Bytes of a request that carries such a text. */
export const sourceBody = 4 * 1_024 * 1_024;

/** Path of a module inside its configuration, with `/`: tells the type of the module. */
export const ModulePath = Type.String({ minLength: 1, maxLength: 500, pattern: '^[^\\u0000]+$' });
