import { randomUUID } from 'node:crypto';
import type { Memory } from '#capabilities/memory/server';
import type { Workspace } from '#capabilities/tenants/server';
import type { Log } from '#platform/server/telemetry';
import { checkInput } from '../tools/check-input.ts';
import { createToolbox, type Toolbox } from '../tools/toolbox.ts';
import { createCallsUnderWay } from './calls-under-way.ts';
import { memoryTools } from './memory-tools.ts';
import type { Preset } from './presets.rules.ts';

export interface McpRequest {
  readonly workspace: Workspace;
  readonly locale: 'ru' | 'en';
  readonly preset: Preset;
  readonly projectId: string | undefined;
  /** What the client calls its session; given by an earlier answer. */
  readonly sessionId: string | undefined;
  readonly body: unknown;
  /** Headers the protocol reads. */
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

export interface McpAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: ReadableStream<Uint8Array> | null;
  /** New for the client to send from now on. */
  readonly sessionId: string | undefined;
  /** Lets go of the connection, once the body has ended. */
  readonly end: () => void;
}

/**
 * The tool server over streamable HTTP. No session is kept: each message stands alone, so any process may answer it; the
 * session's name only finds calls under way in this process when they are to be cancelled.
 */
export interface McpRoom {
  answer(request: McpRequest): Promise<McpAnswer>;
  endSession(workspace: Workspace, sessionId: string | undefined): void;
}

interface Dependencies {
  readonly toolbox: Toolbox;
  readonly memory: Memory;
  readonly log: Log;
  readonly version: string;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The library of the protocol is loaded with the first message. */
async function loadProtocol() {
  const [{ createMcpServer }, { WebStandardStreamableHTTPServerTransport }] = await Promise.all([
    import('./mcp-server.ts'),
    import('@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'),
  ]);
  return { createMcpServer, createTransport: () => new WebStandardStreamableHTTPServerTransport({}) };
}

/** The id of the request that a message cancels. */
function cancelledBy(message: unknown): string | number | undefined {
  if (!isRecord(message) || message['method'] !== 'notifications/cancelled') return undefined;
  const params = message['params'];
  const id = isRecord(params) ? params['requestId'] : undefined;
  return typeof id === 'string' || typeof id === 'number' ? id : undefined;
}

export function createMcpRoom({ toolbox, memory, log, version }: Dependencies): McpRoom {
  const tools = createToolbox([...toolbox.all, ...memoryTools(memory)], checkInput);
  const calls = createCallsUnderWay();
  /** A session belongs to a person: nobody cancels another's calls. */
  const keyOf = ({ userId }: Workspace, sessionId: string | undefined): string =>
    `${userId} ${sessionId ?? ''}`;

  return {
    async answer({ workspace, locale, preset, projectId, sessionId, body, headers, signal }) {
      const key = keyOf(workspace, sessionId);
      const cancelled = cancelledBy(body);
      if (cancelled !== undefined) calls.cancel(key, cancelled);
      const { createMcpServer, createTransport } = await loadProtocol();
      const server = createMcpServer({
        toolbox: tools,
        preset,
        version,
        locale,
        contextFor: async () => ({ workspace, projectId, files: [] }),
        signalFor: (requestId) => calls.begin(key, requestId),
        onFault: (error, tool) => log.error({ err: error, tool }, 'A tool failed'),
      });
      const transport = createTransport();
      await server.connect(transport);
      const end = (): void => void server.close().catch(() => undefined);
      signal.addEventListener('abort', end, { once: true });
      // The address means nothing to the transport; the body was read and checked at the border.
      const request = new Request('http://quintet.invalid/', { method: 'POST', headers: { ...headers } });
      const response = await transport.handleRequest(request, { parsedBody: body });
      const isNew = isRecord(body) && body['method'] === 'initialize' && response.ok;
      return {
        status: response.status,
        contentType: response.headers.get('content-type') ?? 'application/json',
        body: response.body,
        sessionId: isNew ? randomUUID() : undefined,
        end,
      };
    },
    endSession: (workspace, sessionId) => calls.cancelAll(keyOf(workspace, sessionId)),
  };
}
