import { Refusal } from '#base/refusal';

export function isNotFound(error: unknown): boolean {
  return error instanceof Error && ['NoSuchKey', 'NotFound'].includes(error.name);
}

/** What a caller is told; the reason stays with it as `cause`, for the log. */
export function unavailable(cause: unknown): Refusal {
  const refusal = new Refusal(
    'unavailable',
    'storage.unavailable',
    'Files cannot be reached at the moment.',
    {
      retryAfterSeconds: 5,
    },
  );
  refusal.cause = cause;
  return refusal;
}
