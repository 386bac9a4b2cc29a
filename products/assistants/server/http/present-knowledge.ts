import type { Workspace } from '#capabilities/tenants/server';
import type * as contract from '../../contract/index.ts';
import { mayManage, mayWrite } from '../knowledge/collections/access.ts';
import type { Collection, CollectionReading } from '../knowledge/collections/collection.ts';
import type { DocumentDetail, KnowledgeDocument } from '../knowledge/documents/document.ts';
import type { DocumentPart } from '../knowledge/reading/text-document.ts';
import type { KnowledgeHit } from '../knowledge/search/search.ts';

export function readingOf(access: contract.CollectionAccess): CollectionReading {
  if (access.kind === 'company') return { kind: 'company', leastRole: access.least_role };
  return access.kind === 'members' ? { kind: 'members', memberIds: access.member_ids } : { kind: 'private' };
}

function presentReading(reading: CollectionReading, isManager: boolean): contract.CollectionAccess {
  if (reading.kind === 'company') return { kind: 'company', least_role: reading.leastRole };
  if (reading.kind === 'private') return { kind: 'private' };
  return { kind: 'members', member_ids: isManager ? [...reading.memberIds] : [] };
}

export function presentCollection(
  workspace: Workspace,
  collection: Collection,
): contract.KnowledgeCollection {
  const { id, name, description, reading, documents, waiting, refused, chunks } = collection;
  const canManage = mayManage(workspace, collection);
  return {
    id,
    name,
    description,
    reading: presentReading(reading, canManage),
    documents,
    waiting,
    refused,
    chunks,
    can_write: mayWrite(workspace, collection),
    can_manage: canManage,
    created_at: collection.createdAt.toISOString(),
    updated_at: collection.updatedAt.toISOString(),
  };
}

export function presentDocument(
  workspace: Workspace,
  collection: Collection,
  document: KnowledgeDocument,
): contract.KnowledgeDocument {
  const { id, name, size, status, progress, pages, parts, characters, chunks } = document;
  const isOwn = document.uploadedBy === workspace.userId && mayWrite(workspace, collection);
  return {
    id,
    collection_id: document.collectionId,
    name,
    title: document.title ?? null,
    kind: document.kind ?? null,
    size,
    status,
    progress,
    fault: document.fault ?? null,
    warnings: document.warnings.map(({ ru, en }) => ({ ru, en })),
    pages: pages ?? null,
    parts,
    characters,
    chunks,
    indexed_at: document.indexedAt?.toISOString() ?? null,
    can_manage: isOwn || mayManage(workspace, collection),
    uploaded_by: document.uploadedBy ?? null,
    created_at: document.createdAt.toISOString(),
    updated_at: document.updatedAt.toISOString(),
  };
}

export function presentDocumentDetail(
  workspace: Workspace,
  collection: Collection,
  document: DocumentDetail,
): contract.KnowledgeDocumentDetail {
  return {
    ...presentDocument(workspace, collection, document),
    outline: document.outline.map((entry) => ({ ...entry })),
  };
}

export function presentPart(
  { page, blocks }: DocumentPart,
  part: number,
  parts: number,
): contract.KnowledgeDocumentText {
  return {
    part,
    parts,
    page,
    blocks: blocks.map(({ kind, level, text, cells, line }) => ({
      kind,
      level: level ?? null,
      text,
      cells: [...(cells ?? [])],
      line: line ?? null,
    })),
  };
}

export function presentHit(hit: KnowledgeHit): contract.KnowledgeHit {
  const { firstLine, lastLine } = hit;
  return {
    document_id: hit.documentId,
    document_name: hit.documentName,
    document_title: hit.documentTitle,
    kind: hit.kind ?? 'txt',
    collection_id: hit.collectionId,
    collection_name: hit.collectionName,
    heading: [...hit.heading],
    page: hit.page,
    lines: firstLine === null || lastLine === null ? null : [firstLine, lastLine],
    part: hit.part,
    excerpt: { text: hit.excerpt.text, marks: hit.excerpt.marks.map(([from, to]) => [from, to]) },
    score: hit.score,
  };
}
