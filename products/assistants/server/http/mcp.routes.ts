import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { AssistantsService } from '../assistants.ts';
import { workspaceOf } from './workspace.ts';

/** Visible characters, as the protocol allows in a session's name. */
const sessionName = /^[\x21-\x7e]{1,128}$/;

function sessionOf(header: (name: string) => string | undefined): string | undefined {
  const name = header('mcp-session-id');
  return name !== undefined && sessionName.test(name) ? name : undefined;
}

const protocolHeaders = ['accept', 'content-type', 'mcp-protocol-version'];

/** The tools for programs that speak the Model Context Protocol. */
export function mountMcp({ mount, service: { tenants, mcp } }: ServeDoor<AssistantsService>): void {
  mount(contract.mcpMessage, async ({ caller, header, query, body, locale, signal }, reply) => {
    const workspace = await workspaceOf(tenants, { caller, header });
    const headers = Object.fromEntries(
      protocolHeaders.flatMap((name) => {
        const value = header(name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
    const answer = await mcp.answer({
      workspace,
      locale,
      preset: query.preset ?? 'development',
      projectId: query.project_id,
      sessionId: sessionOf(header),
      body,
      headers,
      signal,
    });
    reply.status(answer.status);
    reply.header('cache-control', 'no-store');
    if (answer.sessionId !== undefined) reply.header('mcp-session-id', answer.sessionId);
    if (answer.body === null) {
      answer.end();
      return { body: null, contentType: answer.contentType };
    }
    // The same stream under the two names the type definitions know it by.
    const stream = Readable.fromWeb(answer.body as NodeReadableStream<Uint8Array>);
    stream.once('close', answer.end);
    return { body: stream, contentType: answer.contentType };
  });

  mount(contract.mcpListen, async (request, reply) => {
    await workspaceOf(tenants, request);
    reply.status(405);
    reply.header('allow', 'POST, DELETE');
    return { body: null, contentType: 'application/json' };
  });

  mount(contract.mcpEnd, async ({ caller, header }) => {
    mcp.endSession(await workspaceOf(tenants, { caller, header }), sessionOf(header));
  });
}
