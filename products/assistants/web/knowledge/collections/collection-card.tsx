import LockOutlined from '@mui/icons-material/LockOutlined';
import PeopleOutlined from '@mui/icons-material/PeopleOutlined';
import { Box, Chip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { KnowledgeCollection } from '../../../contract/index.ts';
import { LinkCard } from '../../pieces/link-card.tsx';
import { collectionPath } from '../paths.ts';
import { knowledgeTexts } from '../texts.ts';
import { useReadingText } from './reading-text.ts';

/** A collection in the list: what it is about, how much is in it, who reads it. */
export function CollectionCard({ collection }: { readonly collection: KnowledgeCollection }): ReactNode {
  const t = useText(knowledgeTexts);
  const readingText = useReadingText();
  const { id, name, description, documents, waiting, refused, reading } = collection;
  const Icon = reading.kind === 'private' ? LockOutlined : PeopleOutlined;
  return (
    <LinkCard to={collectionPath(id)} title={name} description={description}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
        <Chip size="small" variant="outlined" label={t('documents', { count: documents })} />
        {waiting === 0 ? null : (
          <Chip size="small" color="info" variant="outlined" label={t('waiting', { count: waiting })} />
        )}
        {refused === 0 ? null : (
          <Chip size="small" color="warning" variant="outlined" label={t('refused', { count: refused })} />
        )}
      </Box>
      <Typography
        variant="caption"
        sx={{ color: 'text.secondary', display: 'flex', alignItems: 'center', gap: 0.75 }}
      >
        <Icon aria-hidden sx={{ fontSize: 16 }} />
        {readingText(collection)}
      </Typography>
    </LinkCard>
  );
}
