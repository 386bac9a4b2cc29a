import { useApi, useInvalidate, useText } from '#platform/web';
import {
  getCollection,
  getKnowledgeDocument,
  getKnowledgeDocumentText,
  largestKnowledgeDocument,
  listKnowledgeDocuments,
  uploadKnowledgeDocument,
} from '../../../contract/index.ts';
import { type Uploads, useUploads } from '../../pieces/use-uploads.ts';
import { knowledgeTexts } from '../texts.ts';

/** Megabytes of one document. */
export const largestDocument = largestKnowledgeDocument / 1_024 / 1_024;

/** Files on their way into a collection. */
export function useDocumentUploads(collectionId: string): Uploads {
  const t = useText(knowledgeTexts);
  const { call } = useApi();
  const invalidate = useInvalidate();
  return useUploads({
    send: (file, name, options) =>
      call(uploadKnowledgeDocument, {
        params: { id: collectionId },
        query: { name },
        body: file,
        ...options,
      }),
    faultOf: ({ size }) =>
      size === 0
        ? t('upload.empty')
        : size > largestKnowledgeDocument
          ? t('upload.too_large', { size: largestDocument })
          : null,
    onArrived: () =>
      invalidate(listKnowledgeDocuments, getCollection, getKnowledgeDocument, getKnowledgeDocumentText),
  });
}
