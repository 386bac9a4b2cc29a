import { Type } from 'typebox';

/** The kind of a subject: `quests.review`. */
export const Kind = Type.String({ maxLength: 80, pattern: '^[a-z][a-z0-9_-]*\\.[a-z][a-z0-9_]*$' });

/** The code of a reason. */
export const Code = Type.String({ maxLength: 40, pattern: '^[a-z][a-z0-9_]{0,39}$' });

export const Note = Type.String({ minLength: 1, maxLength: 2_000, pattern: '^[^\\u0000]*\\S[^\\u0000]*$' });
