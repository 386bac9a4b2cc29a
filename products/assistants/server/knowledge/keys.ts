/** Folder of everything the storage keeps of a company's documents. */
export function knowledgeFolder(companyId: string): string {
  return `assistants/knowledge/${companyId}/`;
}

export function collectionFolder(companyId: string, collectionId: string): string {
  return `${knowledgeFolder(companyId)}${collectionId}/`;
}

/** The bytes of one upload of a document. */
export function documentKey(
  companyId: string,
  {
    collectionId,
    id,
    revision,
  }: { readonly collectionId: string; readonly id: string; readonly revision: number },
): string {
  return `${collectionFolder(companyId, collectionId)}${id}/${revision}`;
}
