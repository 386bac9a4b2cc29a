import LockOutlined from '@mui/icons-material/LockOutlined';
import PeopleOutlined from '@mui/icons-material/PeopleOutlined';
import { Box, Card, CardActionArea, CardContent, Chip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '#platform/web';
import type { KnowledgeCollection } from '../../../contract/index.ts';
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
    <Card sx={{ height: '100%' }}>
      <CardActionArea component={Link} to={collectionPath(id)} sx={{ height: '100%' }}>
        <CardContent sx={{ height: '100%', display: 'flex', flexDirection: 'column', gap: 1 }}>
          <Typography variant="h3" component="h2" sx={{ overflowWrap: 'anywhere' }}>
            {name}
          </Typography>
          <Typography
            variant="body2"
            sx={{
              color: 'text.secondary',
              flex: 1,
              overflowWrap: 'anywhere',
              display: '-webkit-box',
              WebkitBoxOrient: 'vertical',
              WebkitLineClamp: 3,
              overflow: 'hidden',
            }}
          >
            {description}
          </Typography>
          <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
            <Chip size="small" variant="outlined" label={t('documents', { count: documents })} />
            {waiting === 0 ? null : (
              <Chip size="small" color="info" variant="outlined" label={t('waiting', { count: waiting })} />
            )}
            {refused === 0 ? null : (
              <Chip
                size="small"
                color="warning"
                variant="outlined"
                label={t('refused', { count: refused })}
              />
            )}
          </Box>
          <Typography
            variant="caption"
            sx={{ color: 'text.secondary', display: 'flex', alignItems: 'center', gap: 0.75 }}
          >
            <Icon aria-hidden sx={{ fontSize: 16 }} />
            {readingText(collection)}
          </Typography>
        </CardContent>
      </CardActionArea>
    </Card>
  );
}
