import type { ApiProblem, Language } from '#platform/web';

/** What an engine says about its refusal in the person's language; undefined when it says nothing of its own. */
export function explanationOf(problem: ApiProblem | null, language: Language): string | undefined {
  const told: unknown = Object(problem?.problem)['explanation'];
  const text: unknown = Object(told)[language];
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}
