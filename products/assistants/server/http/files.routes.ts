import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { AssistantsService } from '../assistants.ts';
import { presentFile } from './present-conversation.ts';
import { workspaceOf } from './workspace.ts';

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

/** Files of questions. */
export function mountFiles({ mount, service: { attachments, tenants } }: ServeDoor<AssistantsService>): void {
  mount(contract.uploadFile, async (request) => {
    const { query, stream, locale } = request;
    const workspace = await workspaceOf(tenants, request);
    tenants.requireRole(workspace, 'member');
    const bytes = await bytesOf(stream);
    return presentFile(await attachments.add(workspace, { name: query.name, bytes, locale }), locale);
  });
  mount(contract.getFile, async (request) => {
    const file = await attachments.get(await workspaceOf(tenants, request), request.params.id);
    return presentFile(file, request.locale);
  });
  mount(contract.getFileContent, async (request, reply) => {
    const workspace = await workspaceOf(tenants, request);
    const { name } = await attachments.get(workspace, request.params.id);
    const body = await attachments.bytes(workspace, request.params.id);
    // Whatever it is, a browser saves it and runs nothing of it.
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    reply.header('cache-control', 'private, no-store');
    return { body, contentType: 'application/octet-stream' };
  });
  mount(contract.deleteFile, async (request) =>
    attachments.delete(await workspaceOf(tenants, request), request.params.id),
  );
}
