import type { Texts } from '#platform/web';

/** The texts of all areas: one line for each. */
export const questTexts: readonly Texts<object>[] = [];
