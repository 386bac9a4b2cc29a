import type { Problem } from '#platform/contract';

/** A field at fault, as a JSON pointer into the request (`/body/email`). */
export interface FieldProblem {
  readonly pointer: string;
  readonly message: string;
}

/**
 * A call that did not succeed. `status` is 0 when the server could not be reached; otherwise the problem+json
 * the server answered is in `problem`, with the shown text in `message`.
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly problem: Problem | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(status: number, problem?: Problem, retryAfterSeconds?: number) {
    super(
      problem?.detail ?? problem?.title ?? (status === 0 ? 'The server cannot be reached' : `HTTP ${status}`),
    );
    this.status = status;
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** The stable code of a refusal, `module.reason`. */
  get code(): string | undefined {
    return this.problem?.code;
  }

  get requestId(): string | undefined {
    return this.problem?.request_id;
  }

  get fields(): readonly FieldProblem[] {
    return this.problem?.errors ?? [];
  }

  /** The request never got an answer. */
  get unreachable(): boolean {
    return this.status === 0;
  }

  /** The same request may succeed a little later. */
  get passing(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string';

/** Reads an unsuccessful answer; a body that is no problem document is not trusted and not shown. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const after = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfter = Number.isFinite(after) ? after : undefined;
  try {
    const body: unknown = await response.json();
    return new ApiProblem(response.status, isProblem(body) ? body : undefined, retryAfter);
  } catch {
    return new ApiProblem(response.status, undefined, retryAfter);
  }
}

/** Any thrown value as a problem; what is not one already is a fault of the program, status -1. */
export function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem(-1);
}
