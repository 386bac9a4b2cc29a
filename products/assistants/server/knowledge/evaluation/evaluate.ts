import { newId } from '#base/ids';
import type { Workspace } from '#capabilities/tenants/server';
import type { Database } from '#platform/server/database';
import { leaveCompanies } from '../../conversations/conversation.store.ts';
import type { Knowledge } from '../knowledge.ts';
import { answers, type Labelled, type Measured, measure } from './labels.rules.ts';

export interface EvaluationFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Evaluation extends Measured {
  /** Questions whose answer was not first, with the rank; undefined: not among the first ten. */
  readonly missed: readonly { readonly label: Labelled; readonly rank: number | undefined }[];
  /** Files that could not be read, with the reason. */
  readonly refused: readonly { readonly name: string; readonly reason: string }[];
}

interface Dependencies {
  readonly knowledge: Knowledge;
  readonly database: Database;
}

/**
 * Puts files into a collection nobody else sees, asks the questions through the real search, and deletes everything
 * again.
 */
export async function evaluateKnowledge(
  { knowledge, database }: Dependencies,
  files: readonly EvaluationFile[],
  labels: readonly Labelled[],
  signal: AbortSignal,
): Promise<Evaluation> {
  const [companyId, userId] = [newId(), newId()];
  const workspace: Workspace = { companyId, userId, name: 'evaluation', isPersonal: true, role: 'owner' };
  const made = { name: 'evaluation', description: '', reading: { kind: 'private' } as const };
  const { id: collectionId } = await knowledge.collections.create(workspace, made);
  try {
    const refused: { name: string; reason: string }[] = [];
    for (const { name, bytes } of files) {
      const { document } = await knowledge.documents.upload(workspace, collectionId, { name, bytes });
      await knowledge.ingest({ companyId, ownerId: userId, documentId: document.id }, signal);
      const { fault } = await knowledge.documents.get(workspace, document.id);
      if (fault !== undefined) refused.push({ name, reason: fault.en });
    }
    await knowledge.embed({ companyId, ownerId: userId, collectionId }, signal);
    const ranked: { label: Labelled; rank: number | undefined }[] = [];
    for (const label of labels) {
      const { hits } = await knowledge.search(workspace, { query: label.question, limit: 10 });
      const at = hits.findIndex((hit) => answers(label, hit));
      ranked.push({ label, rank: at < 0 ? undefined : at + 1 });
    }
    return {
      ...measure(ranked.map(({ rank }) => rank)),
      missed: ranked.filter(({ rank }) => rank !== 1),
      refused,
    };
  } finally {
    await knowledge.collections.delete(workspace, collectionId);
    await database.transaction((tx) => leaveCompanies(tx, userId));
  }
}
