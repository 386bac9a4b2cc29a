import { Refusal } from '#base/refusal';
import type { Problem } from '#platform/contract';
import { isConnectionFailure } from '#platform/server/database';
import { CircuitOpenError } from '#platform/server/resilience';
import { malformedRequest } from './malformed-request.ts';
import { refusalStatus, statusTitles } from './refusal-status.ts';

/** An error as the outside sees it. */
export interface ProblemAnswer {
  readonly status: number;
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  /** Nobody meant this to happen: log it with its stack. */
  readonly isBug: boolean;
}

export interface ProblemContext {
  readonly requestId: string;
  /** The path without the query, which may carry secrets. */
  readonly instance: string;
}

/** The context of a request, whatever its framework object carries besides. */
export function problemContext({ id, url }: { readonly id: string; readonly url: string }): ProblemContext {
  const end = url.indexOf('?');
  return { requestId: id, instance: end === -1 ? url : url.slice(0, end) };
}

export const problemType = 'application/problem+json; charset=utf-8';

/** IANA registry of problem types: the caller used up its quota. */
const quotaExceeded = 'https://iana.org/assignments/http-problem-types#quota-exceeded';

/** The refusal that means "the rate limit is used up", told from limits of business by its problem type. */
export const quotaCode = 'http.quota_exceeded';

const retryWhenDown = 5;

/** What an error is to the caller, as a refusal; undefined when it is a bug. */
function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof CircuitOpenError) {
    const { retryAfterSeconds } = error;
    const message = 'A service this request depends on does not answer at the moment.';
    return new Refusal('unavailable', 'http.dependency_down', message, { retryAfterSeconds });
  }
  if (isConnectionFailure(error)) {
    const message = 'The database does not answer at the moment.';
    return new Refusal('unavailable', 'http.database_down', message, { retryAfterSeconds: retryWhenDown });
  }
  return undefined;
}

function problemOf(
  context: ProblemContext,
  { status, code, detail, type }: { status: number; code: string; detail: string; type?: string },
): Problem {
  return {
    type: type ?? `urn:quintet:problem:${code}`,
    title: statusTitles[status] ?? 'Error',
    status,
    detail,
    instance: context.instance,
    code,
    request_id: context.requestId,
  };
}

function headersOf(status: number, retryAfterSeconds: number | undefined): Record<string, string> {
  const headers: Record<string, string> = {};
  if (status === 401) headers['www-authenticate'] = 'Bearer';
  if (retryAfterSeconds !== undefined)
    headers['retry-after'] = String(Math.max(1, Math.ceil(retryAfterSeconds)));
  else if (status === 503) headers['retry-after'] = String(retryWhenDown);
  return headers;
}

/**
 * Turns anything thrown into an RFC 9457 answer. Refusals keep their message and details, requests that
 * could not be read get their 4xx, lost dependencies 503; everything else is a 500 that shows only the
 * request's id.
 */
export function problemAnswer(error: unknown, context: ProblemContext): ProblemAnswer {
  const refusal = refusalOf(error);
  if (refusal !== undefined) {
    const status = refusalStatus[refusal.kind];
    const { retryAfterSeconds, errors, ...details } = refusal.details;
    const type = refusal.code === quotaCode ? { type: quotaExceeded } : {};
    const problem: Problem = {
      ...details,
      ...(errors === undefined ? {} : { errors: [...errors] }),
      ...problemOf(context, { status, code: refusal.code, detail: refusal.message, ...type }),
    };
    return { status, problem, headers: headersOf(status, retryAfterSeconds), isBug: false };
  }
  const malformed = malformedRequest(error);
  if (malformed !== undefined) {
    const { status } = malformed;
    return {
      status,
      problem: problemOf(context, malformed),
      headers: headersOf(status, undefined),
      isBug: false,
    };
  }
  const detail = 'Something went wrong on our side. Tell support the request id.';
  const problem = problemOf(context, { status: 500, code: 'http.internal', detail });
  return { status: 500, problem, headers: {}, isBug: true };
}
