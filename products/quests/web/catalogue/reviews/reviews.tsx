import RateReviewOutlined from '@mui/icons-material/RateReviewOutlined';
import { Button, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import {
  ConfirmDialog,
  CursorList,
  useCursorList,
  useInvalidate,
  useNotice,
  useSend,
  useText,
} from '#platform/web';
import {
  deleteReview,
  getMyQuest,
  getQuest,
  listReviews,
  type MyQuest,
  type Review,
  reportReview,
} from '../../../contract/index.ts';
import { CommentDialog } from '../comment-dialog.tsx';
import { useSignInFirst } from '../page/sign-in-first.ts';
import { catalogueTexts } from '../texts.ts';
import { ReviewDialog } from './review-dialog.tsx';
import { ReviewItem } from './review-item.tsx';

interface ReviewsProps {
  readonly questId: string;
  readonly mine: MyQuest | null;
}

interface Open {
  readonly dialog: 'write' | 'delete' | 'report';
  readonly review: Review | null;
}

/** What players say, newest first; those who finished may add theirs. */
export function Reviews({ questId, mine }: ReviewsProps): ReactNode {
  const t = useText(catalogueTexts);
  const notice = useNotice();
  const invalidate = useInvalidate();
  const signInFirst = useSignInFirst();
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  const list = useCursorList(listReviews, { params: { id: questId }, query: { limit: 5 } });
  const remove = useSend(deleteReview);
  const report = useSend(reportReview, {
    onSuccess: () => {
      close();
      notice.success(t('review.report_sent'));
    },
  });
  const mayWrite = mine !== null && mine.finished_session_id !== null && mine.review_id === null;
  return (
    <Stack spacing={1.5}>
      {mayWrite ? (
        <Button
          variant="outlined"
          startIcon={<RateReviewOutlined fontSize="small" />}
          onClick={() => setOpen({ dialog: 'write', review: null })}
          sx={{ alignSelf: 'flex-start' }}
        >
          {t('review.write')}
        </Button>
      ) : null}
      <CursorList
        list={list}
        gap={0}
        label={t('review.title')}
        keyOf={({ id }) => id}
        empty={
          <Typography sx={{ color: 'text.secondary' }}>
            {t('review.none')}. {mayWrite ? '' : t('review.none_hint')}
          </Typography>
        }
      >
        {(review) => (
          <ReviewItem
            review={review}
            onEdit={() => setOpen({ dialog: 'write', review })}
            onDelete={() => setOpen({ dialog: 'delete', review })}
            onReport={() => signInFirst(() => setOpen({ dialog: 'report', review }))}
          />
        )}
      </CursorList>
      {open?.dialog === 'write' ? (
        <ReviewDialog questId={questId} review={open.review} onClose={close} />
      ) : null}
      <ConfirmDialog
        open={open?.dialog === 'delete'}
        destructive
        title={t('review.delete_title')}
        confirmLabel={t('review.delete')}
        onClose={close}
        onConfirm={async () => {
          if (open?.review == null) return;
          await remove.mutateAsync({ params: { id: open.review.id } });
          notice.success(t('review.deleted'));
          await invalidate(listReviews, getMyQuest, getQuest);
        }}
      >
        {t('review.delete_hint')}
      </ConfirmDialog>
      {open?.dialog === 'report' && open.review !== null ? (
        <CommentDialog
          title={t('review.report_title')}
          label={t('review.report_text')}
          maxLength={500}
          isSending={report.isPending}
          error={report.error}
          onSend={(comment) => {
            if (open.review !== null) report.mutate({ params: { id: open.review.id }, body: { comment } });
          }}
          onClose={close}
        />
      ) : null}
    </Stack>
  );
}
