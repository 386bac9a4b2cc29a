/** Why a request could not even be read. */
export interface MalformedRequest {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}

/** Thrown by the readers of requests: below validation, so no refusal of business. */
export class MalformedRequestError extends Error {
  override readonly name = 'MalformedRequestError';
  readonly reason: MalformedRequest;
  /** Read by the HTTP framework. */
  readonly statusCode: number;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.reason = { status, code, detail };
    this.statusCode = status;
  }
}

const frameworkReasons: Readonly<Record<string, MalformedRequest>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'http.unsupported_media_type',
    detail: 'This Content-Type is not supported here.',
  },
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'http.body_too_large',
    detail: 'The request body is too large.',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: 'http.bad_content_length',
    detail: 'Content-Length does not match the body.',
  },
  FST_ERR_BAD_URL: { status: 400, code: 'http.bad_url', detail: 'The URL is not valid.' },
  FST_ERR_MAX_PARAM_LENGTH: {
    status: 414,
    code: 'http.url_too_long',
    detail: 'A part of the URL is too long.',
  },
};

/** The reason, when the error says that a request was unreadable. */
export function malformedRequest(error: unknown): MalformedRequest | undefined {
  if (error instanceof MalformedRequestError) return error.reason;
  if (!(error instanceof Error && 'code' in error && typeof error.code === 'string')) return undefined;
  const known = frameworkReasons[error.code];
  if (known !== undefined) return known;
  // Only the framework's and Node's own errors: a 4xx set by any other library is a bug of ours.
  const isReader =
    error.code.startsWith('FST_ERR_CTP_') || error.code === 'ECONNRESET' || error.code === 'ABORT_ERR';
  if (isReader && 'statusCode' in error && error.statusCode === 400) {
    return { status: 400, code: 'http.malformed', detail: 'The request could not be read.' };
  }
  return undefined;
}
