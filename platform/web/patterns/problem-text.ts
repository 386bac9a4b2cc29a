import type { ApiProblem } from '../api/problem.ts';
import { platformTexts } from '../i18n/platform-texts.ts';
import type { Translate } from '../i18n/texts.ts';
import { useText } from '../i18n/use-text.ts';

type PlatformText = typeof platformTexts extends { readonly english?: infer English }
  ? Translate<English>
  : never;

const keyOf = (status: number) => {
  if (status === 0) return 'problem.unreachable';
  if (status === 400 || status === 422) return 'problem.invalid';
  if (status === 401) return 'problem.unauthenticated';
  if (status === 403) return 'problem.forbidden';
  if (status === 404) return 'problem.not_found';
  if (status === 409) return 'problem.conflict';
  if (status === 413) return 'problem.too_large';
  if (status === 429) return 'problem.limited';
  if (status === 502 || status === 503 || status === 504) return 'problem.unavailable';
  return 'problem.internal';
};

/** Texts for refusals by their code (`module.reason`), in the language of the moment. */
export type RefusalTexts = Readonly<Record<string, string>>;

/** What to tell a person about a problem: the page's text for its code, else a general text for its status. */
export function describeProblem(problem: ApiProblem, t: PlatformText, refusals: RefusalTexts = {}): string {
  const known = problem.code === undefined ? undefined : refusals[problem.code];
  const wait = problem.retryAfterSeconds;
  const text = known ?? t(keyOf(problem.status));
  return problem.status === 429 && wait !== undefined && wait > 0
    ? `${text} ${t('problem.retry_after', { count: wait })}`
    : text;
}

/** Reads problems to people: `problemText(error, {'identity.locked': …})`. */
export function useProblemText(): (problem: ApiProblem, refusals?: RefusalTexts) => string {
  const t = useText(platformTexts);
  return (problem, refusals) => describeProblem(problem, t, refusals);
}
