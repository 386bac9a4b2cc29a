import SearchRounded from '@mui/icons-material/SearchRounded';
import { Box, Button, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { LoadingState, Page, PlainText, useCall, useNotice, useText } from '#platform/web';
import { getCollection, type KnowledgeCollection } from '../../../contract/index.ts';
import { BackLink } from '../../pieces/back-link.tsx';
import { UploadDrop } from '../../pieces/upload-drop.tsx';
import { UploadList } from '../../pieces/upload-list.tsx';
import { CollectionDialog } from '../collections/collection-dialog.tsx';
import { DeleteCollection } from '../collections/delete-collection.tsx';
import { useReadingText } from '../collections/reading-text.ts';
import { knowledgePath, searchPath } from '../paths.ts';
import { useKnowledgeRefusals } from '../refusals.ts';
import { knowledgeTexts } from '../texts.ts';
import { DocumentList } from './document-list.tsx';
import { largestDocument, useDocumentUploads } from './use-document-uploads.ts';

const accept =
  '.docx,.pdf,.md,.markdown,.html,.htm,.xlsx,.csv,.tsv,.txt,.bsl,.os,.xml,.mdo,.zip,application/pdf,text/*';

function Actions({ collection }: { readonly collection: KnowledgeCollection }): ReactNode {
  const t = useText(knowledgeTexts);
  const notice = useNotice();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  return (
    <>
      <Button
        variant="outlined"
        color="inherit"
        component={Link}
        to={searchPath('', collection.id)}
        startIcon={<SearchRounded />}
      >
        {t('search.open')}
      </Button>
      {collection.can_manage ? (
        <>
          <Button variant="outlined" color="inherit" onClick={() => setEditing(true)}>
            {t('edit.open')}
          </Button>
          <DeleteCollection collection={collection} onGone={() => void navigate(knowledgePath)} />
        </>
      ) : null}
      {editing ? (
        <CollectionDialog
          collection={collection}
          onClose={() => setEditing(false)}
          onSaved={() => notice.success(t('edit.done'))}
        />
      ) : null}
    </>
  );
}

function Collection({ id }: { readonly id: string }): ReactNode {
  const t = useText(knowledgeTexts);
  const refusals = useKnowledgeRefusals();
  const readingText = useReadingText();
  const uploads = useDocumentUploads(id);
  const { data, error, refetch } = useCall(getCollection, { params: { id } });
  if (data === undefined) {
    return <LoadingState error={error} onRetry={refetch} refusals={refusals} rows={4} />;
  }
  const help = (
    <>
      {data.description === '' ? null : <PlainText>{data.description}</PlainText>}
      <Typography variant="body2" sx={{ mt: 0.5 }}>
        {t('field.reading')}: {readingText(data)}
      </Typography>
    </>
  );
  return (
    <Page title={data.name} help={help} actions={<Actions collection={data} />}>
      <Stack spacing={2.5}>
        {data.can_write ? (
          <Box>
            <UploadDrop
              multiple
              first={data.documents === 0}
              title={t('upload.title')}
              choose={t('upload.choose')}
              limit={t('upload.limit', { size: largestDocument })}
              accept={accept}
              onFiles={(files) => uploads.add(files)}
            />
            {data.documents === 0 ? null : (
              <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 0.75, ml: 0.5 }}>
                {t('upload.replaces')}
              </Typography>
            )}
            <UploadList uploads={uploads} refusals={refusals} />
          </Box>
        ) : null}
        <DocumentList collection={data} onReplace={(file, name) => uploads.add([file], name)} />
      </Stack>
    </Page>
  );
}

/** A collection: its documents, how far they are, and the way to add more. */
export function CollectionScreen(): ReactNode {
  const t = useText(knowledgeTexts);
  const { id = '' } = useParams();
  return (
    <Box>
      <BackLink to={knowledgePath}>{t('back')}</BackLink>
      <Collection key={id} id={id} />
    </Box>
  );
}
