import type { ApiProblem } from '#platform/web';

/** Names the server thinks were meant, at most ten. */
export function suggestionsOf({ problem }: ApiProblem): readonly string[] {
  const given: unknown = problem !== undefined && 'suggestions' in problem ? problem.suggestions : undefined;
  if (!Array.isArray(given)) return [];
  return given.filter((each): each is string => typeof each === 'string').slice(0, 10);
}
