/** What a test sends; nothing is checked on the way, so that it may be wrong. */
export interface Call {
  readonly method?: string;
  readonly token?: string | undefined;
  readonly apiKey?: string;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, with `contentType`. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly headers: Headers;
  readonly text: string;
  /** The body read as JSON; undefined when it is none. */
  readonly json: unknown;
}

let visitor = 0;

/** A client address of documentation networks, another one each time: limits for one address do not add up. */
function nextAddress(): string {
  visitor += 1;
  return `2001:db8:${(visitor >> 16).toString(16)}:${(visitor & 0xffff).toString(16)}::1`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The server had answered and closed while the body was still on its way: the answer is lost, not the request wrong. */
function isCutOff(error: unknown): boolean {
  const code = at(error, 'cause', 'code');
  return code === 'EPIPE' || code === 'ECONNRESET';
}

async function send(address: string, request: RequestInit, attempts = 3): Promise<Response> {
  try {
    return await fetch(address, { ...request, signal: AbortSignal.timeout(30_000) });
  } catch (error) {
    if (attempts <= 1 || request.body === undefined || !isCutOff(error)) throw error;
    return send(address, request, attempts - 1);
  }
}

/** Sends one request to the target, as somebody behind a proxy. */
export async function call(target: string, path: string, options: Call = {}): Promise<Answer> {
  const { token, apiKey, json, raw, contentType } = options;
  const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
  const answer = await send(`${target}${path}`, {
    method: options.method ?? (body === undefined ? 'GET' : 'POST'),
    redirect: 'manual',
    headers: {
      'x-forwarded-for': nextAddress(),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(apiKey === undefined ? {} : { 'x-api-key': apiKey }),
      ...(body === undefined ? {} : { 'content-type': contentType ?? 'application/json' }),
      ...options.headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    contentType: answer.headers.get('content-type') ?? '',
    headers: answer.headers,
    text,
    json: parse(text),
  };
}

/** Reads a property of something unknown; undefined where there is none. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Reflect.get(current, step);
  }
  return current;
}

export function textAt(value: unknown, ...path: readonly (string | number)[]): string {
  const found = at(value, ...path);
  if (typeof found !== 'string') throw new Error(`There is no text at ${path.join('/')}.`);
  return found;
}

export function listAt(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = at(value, ...path);
  if (!Array.isArray(found)) throw new Error(`There is no list at ${path.join('/')}.`);
  return found;
}

export const demoPassword = 'quintet-demo';

export function demoAddress(role: string): string {
  return `${role}@demo.quintet.local`;
}

/** Signs a demo account in; answers its access token. */
export async function signIn(target: string, role: string): Promise<string> {
  const answer = await call(target, '/auth/login', {
    json: { email: demoAddress(role), password: demoPassword },
  });
  if (answer.status !== 200) throw new Error(`${role} cannot sign in: ${answer.text}`);
  return textAt(answer.json, 'access_token');
}
