import type { LightMyRequestResponse } from 'fastify';
import type { BodyOf, ParamsOf, Problem, QueryOf, ReplyOf, RouteDefinition } from '#platform/contract';
import type { TestApp } from './app.ts';

/** What a route is called with; tests may also send what its schema refuses. */
export interface TestInput<Route> {
  readonly params?: ParamsOf<Route> | Readonly<Record<string, string>>;
  readonly query?: QueryOf<Route> | Readonly<Record<string, unknown>>;
  /** Bytes go to routes that take them, with the content type of `headers`. */
  readonly body?: BodyOf<Route> | string | Uint8Array | Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestReply<Route> {
  readonly status: number;
  /** The reply of a success, typed by the contract. Throws with the problem's text after a failure. */
  reply(): ReplyOf<Route>;
  /** The problem of a failure. Throws after a success. */
  problem(): Problem;
  readonly text: string;
  /** The body as it came. */
  readonly bytes: Uint8Array;
  readonly headers: LightMyRequestResponse['headers'];
}

/** Calls routes as one caller. */
export type TestClient = <const Route extends RouteDefinition>(
  route: Route,
  input?: TestInput<Route>,
) => Promise<TestReply<Route>>;

function pathOf(route: RouteDefinition, params: unknown): string {
  const values = new Map(Object.entries(params ?? {}));
  return route.path.replace(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(String(values.get(name))),
  );
}

function queryOf(query: unknown): string {
  const entries = Object.entries(query ?? {}).map(
    ([name, value]) => [name, String(value)] as [string, string],
  );
  return entries.length === 0 ? '' : `?${new URLSearchParams(entries)}`;
}

function contentTypeOf(body: unknown): string {
  if (body instanceof Uint8Array) return 'application/octet-stream';
  return typeof body === 'string' ? 'application/x-ndjson' : 'application/json';
}

function payloadOf(body: unknown): string | Buffer {
  if (body instanceof Uint8Array) return Buffer.from(body);
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** A client of a test application; `token` is an access token, or none for nobody. */
export function testClient({ inject }: TestApp, token?: string): TestClient {
  return async (route, input = {}) => {
    const { body } = input;
    const answer = await inject({
      method: route.method,
      url: `${pathOf(route, input.params)}${queryOf(input.query)}`,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': contentTypeOf(body) }),
        ...input.headers,
      },
      ...(body === undefined ? {} : { payload: payloadOf(body) }),
    });
    const failed = answer.statusCode >= 400;
    return {
      status: answer.statusCode,
      text: answer.body,
      bytes: answer.rawPayload,
      headers: answer.headers,
      reply() {
        if (failed) throw new Error(`${route.name} answered ${answer.statusCode}: ${answer.body}`);
        return JSON.parse(answer.body === '' ? 'null' : answer.body);
      },
      problem() {
        if (!failed) throw new Error(`${route.name} answered ${answer.statusCode}: ${answer.body}`);
        return answer.json();
      },
    };
  };
}
