import { Alert, Box, Button, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { PlainText, RelativeTime, useText } from '#platform/web';
import type { Review } from '../../../contract/index.ts';
import { PlayerChip, Stars } from '../../pieces/index.ts';
import { catalogueTexts } from '../texts.ts';
import { ReviewPhotos } from './review-photos.tsx';

interface ReviewItemProps {
  readonly review: Review;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
  readonly onReport: () => void;
}

/** One review; its author changes or deletes it, others report it. */
export function ReviewItem({ review, onEdit, onDelete, onReport }: ReviewItemProps): ReactNode {
  const t = useText(catalogueTexts);
  const { author, stars, text, photos, state, mine } = review;
  return (
    <Box component="article" sx={{ py: 2 }}>
      <Stack spacing={1}>
        <Stack
          direction="row"
          sx={{ justifyContent: 'space-between', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}
        >
          {author === null ? (
            <Typography sx={{ color: 'text.secondary' }}>{t('review.nobody')}</Typography>
          ) : (
            <PlayerChip player={author} />
          )}
          <Stars stars={stars} />
        </Stack>
        {mine && state !== 'shown' ? (
          <Alert severity={state === 'held' ? 'info' : 'warning'} variant="outlined" sx={{ py: 0 }}>
            {state === 'held' ? t('review.held') : t('review.removed')}
          </Alert>
        ) : null}
        {text === '' ? null : <PlainText>{text}</PlainText>}
        <ReviewPhotos photos={photos} />
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Typography variant="caption" sx={{ color: 'text.secondary', mr: 'auto' }}>
            <RelativeTime value={review.created_at} />
            {review.edited_at === null ? '' : ` · ${t('review.edited')}`}
          </Typography>
          {mine ? (
            <>
              <Button size="small" color="inherit" onClick={onEdit}>
                {t('review.edit')}
              </Button>
              <Button size="small" color="error" onClick={onDelete}>
                {t('review.delete')}
              </Button>
            </>
          ) : (
            <Button size="small" color="inherit" onClick={onReport} sx={{ color: 'text.secondary' }}>
              {t('review.report')}
            </Button>
          )}
        </Stack>
      </Stack>
    </Box>
  );
}
