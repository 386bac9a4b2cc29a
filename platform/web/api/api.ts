import type { RouteDefinition } from '#platform/contract';
import type { CallArguments, RawInput, ResultOf } from './call-input.ts';
import { createEventReader, type StreamEvent } from './event-stream.rules.ts';
import { ApiProblem, problemFrom } from './problem.ts';
import { addressOf, type RequestContext, requestOf, takesIdempotencyKey } from './request.rules.ts';
import { sendWithProgress } from './send-with-progress.ts';

export interface ApiPorts {
  readonly fetch: typeof fetch;
  readonly context: () => RequestContext;
  /** Gets a new access token after `used` was refused; answers whether there is one now. */
  readonly renew: (used: string | undefined) => Promise<boolean>;
  /** Told after every request whether the server could be reached. */
  readonly onReach: (reached: boolean) => void;
  /** Told when a permission was missing, so that menus can catch up. */
  readonly onForbidden: () => void;
}

/** Calls routes of contracts on the same origin. */
export interface Api {
  /** Calls a route and answers its reply. Rejects with `ApiProblem`; an aborted call rejects with the abort reason. */
  call<Route extends RouteDefinition>(route: Route, ...input: CallArguments<Route>): Promise<ResultOf<Route>>;
  /** Calls a streaming route; resolves when the stream ends. The last argument aborts. */
  stream<Route extends RouteDefinition>(
    route: Route,
    input: CallArguments<Route>[0],
    onEvent: (event: StreamEvent) => void,
    signal?: AbortSignal,
  ): Promise<void>;
}

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

async function readEvents(response: Response, onEvent: (event: StreamEvent) => void): Promise<void> {
  if (response.body === null) return;
  const read = createEventReader(onEvent);
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    read(decoder.decode(value, { stream: true }));
  }
  read(decoder.decode());
}

export function createApi(ports: ApiPorts): Api {
  const reach = async (route: RouteDefinition, input: RawInput): Promise<Response> => {
    try {
      const send = input.onProgress === undefined ? ports.fetch : sendWithProgress(input.onProgress);
      const response = await send(addressOf(route, input), requestOf(route, input, ports.context()));
      ports.onReach(true);
      return response;
    } catch (error) {
      if (isAbort(error) || input.signal?.aborted === true) throw error;
      if (!(error instanceof TypeError)) throw error;
      ports.onReach(false);
      throw new ApiProblem(0);
    }
  };

  const perform = async (route: RouteDefinition, input: RawInput): Promise<Response> => {
    const once = takesIdempotencyKey(route)
      ? { ...input, idempotencyKey: input.idempotencyKey ?? ports.context().newKey() }
      : input;
    const used = ports.context().token;
    let response = await reach(route, once);
    if (response.status === 401 && route.access !== 'public' && (await ports.renew(used))) {
      response = await reach(route, once);
    }
    if (response.status === 403 && route.access !== 'public') ports.onForbidden();
    if (!response.ok) throw await problemFrom(response);
    return response;
  };

  const read = async (route: RouteDefinition, response: Response) => {
    if (route.streams === 'bytes') return response.blob();
    if (route.streams !== undefined) return response.text();
    if (response.status === 204 || route.reply === undefined) return undefined;
    return response.json();
  };

  const interrupted = (error: unknown, signal: AbortSignal | undefined): unknown => {
    if (error instanceof ApiProblem || isAbort(error) || signal?.aborted === true) return error;
    ports.onReach(false);
    return new ApiProblem(0);
  };

  return {
    async call(route, ...[given]) {
      const input: RawInput = given ?? {};
      return read(route, await perform(route, input));
    },
    async stream(route, given, onEvent, signal) {
      const input: RawInput = { ...given, ...(signal === undefined ? {} : { signal }) };
      const response = await perform(route, input);
      let broken: unknown;
      const deliver = (event: StreamEvent): void => {
        try {
          onEvent(event);
        } catch (error) {
          broken = error;
          throw error;
        }
      };
      try {
        await readEvents(response, deliver);
      } catch (error) {
        throw error === broken ? error : interrupted(error, signal);
      }
    },
  };
}
