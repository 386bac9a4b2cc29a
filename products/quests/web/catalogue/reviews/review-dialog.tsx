import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  TextField,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { FilePicker } from '#capabilities/files/web';
import { ErrorNotice, useInvalidate, useNotice, useSend, useText } from '#platform/web';
import {
  editReview,
  getMyQuest,
  getQuest,
  listReviews,
  type Review,
  writeReview,
} from '../../../contract/index.ts';
import { Picture, StarsInput } from '../../pieces/index.ts';
import { useCatalogueRefusals } from '../refusals.ts';
import { catalogueTexts } from '../texts.ts';

interface ReviewDialogProps {
  readonly questId: string;
  /** The person's own, to be changed; null writes one. */
  readonly review: Review | null;
  readonly onClose: () => void;
}

const most = 5;
const accept = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/heic'];

/** Stars, a text, and up to five photos. */
export function ReviewDialog({ questId, review, onClose }: ReviewDialogProps): ReactNode {
  const t = useText(catalogueTexts);
  const notice = useNotice();
  const refusals = useCatalogueRefusals();
  const invalidate = useInvalidate();
  const titleId = useId();
  const starsId = useId();
  const phone = useMediaQuery('(max-width: 599px)');
  const [stars, setStars] = useState<number | null>(review?.stars ?? null);
  const [asked, setAsked] = useState(false);
  const [text, setText] = useState(review?.text ?? '');
  const [kept, setKept] = useState(review?.photos ?? []);
  const [added, setAdded] = useState<readonly string[]>([]);
  const done = {
    onSuccess: async () => {
      onClose();
      notice.success(t('review.saved'));
      await invalidate(listReviews, getMyQuest, getQuest);
    },
  };
  const write = useSend(writeReview, done);
  const edit = useSend(editReview, done);
  const send = (): void => {
    setAsked(true);
    if (stars === null) return;
    const photos = [...kept.map(({ id }) => id), ...added];
    const body = { stars, text: text.trim(), photo_file_ids: photos };
    if (review === null) write.mutate({ params: { id: questId }, body });
    else edit.mutate({ params: { id: review.id }, body });
  };
  return (
    <Dialog open fullWidth maxWidth="sm" fullScreen={phone} aria-labelledby={titleId} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        style={{ display: 'contents' }}
      >
        <DialogTitle id={titleId}>{review === null ? t('review.write') : t('review.yours')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2.5, alignContent: 'start' }}>
          <ErrorNotice error={write.error ?? edit.error} refusals={refusals} />
          <div>
            <Typography id={starsId}>{t('review.stars')}</Typography>
            <StarsInput value={stars} onChange={setStars} labelledBy={starsId} />
            {asked && stars === null ? (
              <Typography role="alert" variant="body2" sx={{ color: 'error.main' }}>
                {t('review.stars_needed')}
              </Typography>
            ) : null}
          </div>
          <TextField
            fullWidth
            multiline
            minRows={4}
            maxRows={12}
            label={t('review.text')}
            value={text}
            onChange={({ target }) => setText(target.value)}
            slotProps={{ htmlInput: { maxLength: 4_000 } }}
          />
          {kept.length === 0 ? null : (
            <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
              {kept.map((photo, index) => (
                <Box key={photo.id} sx={{ display: 'grid', justifyItems: 'center' }}>
                  <Picture
                    picture={photo}
                    alt={t('review.photo', { number: index + 1 })}
                    sizes="88px"
                    sx={{ width: 88, height: 88, objectFit: 'cover', borderRadius: '10px' }}
                  />
                  <Button
                    size="small"
                    color="inherit"
                    aria-label={t('review.photo_remove', { number: index + 1 })}
                    onClick={() => setKept(kept.filter(({ id }) => id !== photo.id))}
                  >
                    {t('buy.promo_remove')}
                  </Button>
                </Box>
              ))}
            </Box>
          )}
          {kept.length >= most ? null : (
            <FilePicker
              key={kept.length}
              label={t('review.photos')}
              purpose="quests.review_photo"
              accept={accept}
              maxSize={15 * 1_048_576}
              maxFiles={most - kept.length}
              capture="environment"
              onChange={(files) => setAdded(files.map(({ id }) => id))}
            />
          )}
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('buy.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={write.isPending || edit.isPending}>
            {t('review.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
