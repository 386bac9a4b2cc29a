export const boards = ['week', 'city', 'friends', 'quest'] as const;
export type Board = (typeof boards)[number];

/** The board an address asks for; the week otherwise. */
export function boardOf(text: string | null): Board {
  return boards.find((board) => board === text) ?? 'week';
}

/** A city's code, or none. */
export const cityOf = (text: string | null): string | null =>
  text !== null && /^[a-z0-9][a-z0-9-]{0,39}$/.test(text) ? text : null;
