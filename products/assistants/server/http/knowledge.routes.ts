import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { AssistantsService } from '../assistants.ts';
import {
  presentCollection,
  presentDocument,
  presentDocumentDetail,
  presentHit,
  presentPart,
  readingOf,
} from './present-knowledge.ts';
import { workspaceOf } from './workspace.ts';

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}

function mountCollections({ mount, service: { knowledge, tenants } }: ServeDoor<AssistantsService>): void {
  const { collections } = knowledge;
  mount(contract.listCollections, async (request) => {
    const { limit = 20, cursor } = request.query;
    const workspace = await workspaceOf(tenants, request);
    const page = await collections.list(workspace, { limit, cursor });
    return {
      items: page.items.map((one) => presentCollection(workspace, one)),
      next_cursor: page.nextCursor,
    };
  });
  mount(contract.createCollection, async (request) => {
    const { name, description = '', reading } = request.body;
    const workspace = await workspaceOf(tenants, request);
    const made = { name, description, reading: readingOf(reading) };
    return presentCollection(workspace, await collections.create(workspace, made));
  });
  mount(contract.getCollection, async (request) => {
    const workspace = await workspaceOf(tenants, request);
    return presentCollection(workspace, await collections.get(workspace, request.params.id));
  });
  mount(contract.changeCollection, async (request) => {
    const { name, description, reading } = request.body;
    const workspace = await workspaceOf(tenants, request);
    const change = { name, description, reading: reading === undefined ? undefined : readingOf(reading) };
    return presentCollection(workspace, await collections.change(workspace, request.params.id, change));
  });
  mount(contract.deleteCollection, async (request) =>
    collections.delete(await workspaceOf(tenants, request), request.params.id),
  );
}

function mountDocuments({ mount, service: { knowledge, tenants } }: ServeDoor<AssistantsService>): void {
  const { collections, documents } = knowledge;
  mount(contract.listKnowledgeDocuments, async (request) => {
    const { limit = 20, cursor, search, status } = request.query;
    const workspace = await workspaceOf(tenants, request);
    const collection = await collections.get(workspace, request.params.id);
    const page = await documents.list(workspace, collection.id, { limit, cursor, search, status });
    return {
      items: page.items.map((one) => presentDocument(workspace, collection, one)),
      next_cursor: page.nextCursor,
    };
  });
  mount(contract.uploadKnowledgeDocument, async (request, reply) => {
    const workspace = await workspaceOf(tenants, request);
    const collection = await collections.get(workspace, request.params.id);
    if (collection.reading.kind !== 'private') tenants.requireRole(workspace, 'member');
    const file = { name: request.query.name, bytes: await bytesOf(request.stream) };
    const { document, unchanged } = await documents.upload(workspace, collection.id, file);
    if (unchanged) reply.status(200);
    return presentDocument(workspace, collection, document);
  });
  mount(contract.getKnowledgeDocument, async (request) => {
    const workspace = await workspaceOf(tenants, request);
    const document = await documents.get(workspace, request.params.id);
    return presentDocumentDetail(
      workspace,
      await collections.get(workspace, document.collectionId),
      document,
    );
  });
  mount(contract.getKnowledgeDocumentText, async (request) => {
    const { part = 1 } = request.query;
    const workspace = await workspaceOf(tenants, request);
    const { id, parts } = await documents.get(workspace, request.params.id);
    return presentPart(await documents.part(workspace, id, part), part, parts);
  });
  mount(contract.getKnowledgeDocumentContent, async (request, reply) => {
    const workspace = await workspaceOf(tenants, request);
    const { name } = await documents.get(workspace, request.params.id);
    const body = await documents.bytes(workspace, request.params.id);
    // Whatever it is, a browser saves it and runs nothing of it.
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
    reply.header('cache-control', 'private, no-store');
    return { body, contentType: 'application/octet-stream' };
  });
  mount(contract.deleteKnowledgeDocument, async (request) =>
    documents.delete(await workspaceOf(tenants, request), request.params.id),
  );
}

/** Collections of documents, the documents, and the search over them. */
export function mountKnowledge(door: ServeDoor<AssistantsService>): void {
  mountCollections(door);
  mountDocuments(door);
  const { knowledge, tenants } = door.service;
  door.mount(contract.searchKnowledge, async (request) => {
    const startedAt = performance.now();
    const { query, collection_ids: collectionIds, limit = 10 } = request.body;
    const workspace = await workspaceOf(tenants, request);
    const { hits, method } = await knowledge.search(workspace, { query, collectionIds, limit });
    return {
      items: hits.map(presentHit),
      method,
      took_ms: Math.round(performance.now() - startedAt),
    };
  });
}
