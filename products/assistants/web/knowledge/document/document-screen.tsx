import { Box, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { LoadingState, Page, useCall, useText } from '#platform/web';
import {
  getCollection,
  getKnowledgeDocument,
  type KnowledgeDocumentDetail,
} from '../../../contract/index.ts';
import { BackLink } from '../../pieces/back-link.tsx';
import { UploadList } from '../../pieces/upload-list.tsx';
import { usePolling } from '../../pieces/use-polling.ts';
import { DocumentFacts } from '../documents/document-facts.tsx';
import { DocumentMenu } from '../documents/document-menu.tsx';
import { DocumentTrouble, StateChip } from '../documents/document-state.tsx';
import { useDocumentUploads } from '../documents/use-document-uploads.ts';
import { collectionPath, knowledgePath } from '../paths.ts';
import { useKnowledgeRefusals } from '../refusals.ts';
import { knowledgeTexts } from '../texts.ts';
import { DocumentText } from './document-text.tsx';
import { Outline } from './outline.tsx';
import { usePart, usePlaceInAddress } from './use-part.ts';

function Loaded({ document }: { readonly document: KnowledgeDocumentDetail }): ReactNode {
  const t = useText(knowledgeTexts);
  const navigate = useNavigate();
  const refusals = useKnowledgeRefusals();
  const { data: collection } = useCall(
    getCollection,
    { params: { id: document.collection_id } },
    { staleTime: 60_000 },
  );
  const uploads = useDocumentUploads(document.collection_id);
  const place = usePlaceInAddress();
  const part = usePart(document, place);
  const above = collectionPath(document.collection_id);
  return (
    <Box>
      <BackLink to={above}>{collection?.name ?? t('back')}</BackLink>
      <Page
        title={document.title ?? document.name}
        help={<DocumentFacts document={document} />}
        width="full"
        actions={
          <>
            <Box sx={{ alignSelf: 'center' }}>
              <StateChip document={document} />
            </Box>
            <DocumentMenu
              document={document}
              onReplace={(file) => uploads.add([file], document.name)}
              onGone={() => void navigate(above)}
            />
          </>
        }
      >
        <Stack spacing={2} sx={{ mb: 2, maxWidth: 720, '&:empty': { display: 'none' } }}>
          <UploadList uploads={uploads} refusals={refusals} />
          <DocumentTrouble document={document} />
        </Stack>
        <Box
          sx={{
            display: 'grid',
            gap: { xs: 2, md: 4 },
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '240px minmax(0, 760px)' },
            alignItems: 'start',
          }}
        >
          <Outline document={document} part={part ?? 0} />
          <DocumentText document={document} part={part} place={place} />
        </Box>
      </Page>
    </Box>
  );
}

/** One document: its contents, its text, and the place somebody was sent to. */
export function DocumentScreen(): ReactNode {
  const t = useText(knowledgeTexts);
  const refusals = useKnowledgeRefusals();
  const { id = '' } = useParams();
  const { data, error, refetch } = useCall(getKnowledgeDocument, { params: { id } });
  usePolling(data?.status === 'waiting' || data?.status === 'reading', refetch);
  if (data !== undefined) return <Loaded key={id} document={data} />;
  return (
    <Box>
      <BackLink to={knowledgePath}>{t('back')}</BackLink>
      <LoadingState error={error} onRetry={refetch} refusals={refusals} rows={5} />
    </Box>
  );
}
