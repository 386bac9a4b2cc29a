import { Alert, AlertTitle } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { ErrorNotice, useInvalidate, useText } from '#platform/web';
import { getDraft } from '../../../contract/index.ts';
import { useDeskState } from '../draft/desk-context.ts';
import { useRejectionText } from '../quests/rejection-text.ts';
import { useStudioRefusals } from '../refusals.ts';
import { studioTexts } from '../texts.ts';

/** What an author must know before going on: sent back, locked, published but changed, not saved. */
export function EditorNotices(): ReactNode {
  const t = useText(studioTexts);
  const refusals = useStudioRefusals();
  const rejectionText = useRejectionText();
  const invalidate = useInvalidate();
  const { base, saving, problem } = useDeskState();
  const isShut = problem?.code === 'quests.in_review' && base.state !== 'in_review';
  useEffect(() => {
    if (isShut) void invalidate(getDraft);
  }, [isShut, invalidate]);
  const { state, rejection, published_version, changed } = base;
  return (
    <>
      {saving === 'failed' && problem?.passing === false ? (
        <ErrorNotice error={problem} refusals={refusals} />
      ) : null}
      {state === 'in_review' ? (
        <Alert severity="info" variant="outlined">
          <AlertTitle>{t('notice.in_review')}</AlertTitle>
          {t('notice.in_review_help')}
        </Alert>
      ) : null}
      {rejection === null || state === 'in_review' ? null : (
        <Alert severity="warning" variant="outlined">
          <AlertTitle>{t('notice.rejected')}</AlertTitle>
          {rejectionText(rejection)}
        </Alert>
      )}
      {state === 'archived' ? (
        <Alert severity="info" variant="outlined">
          {t('notice.archived')}
        </Alert>
      ) : null}
      {state === 'published' && published_version !== null && changed ? (
        <Alert severity="info" variant="outlined">
          {t('notice.changed')}
        </Alert>
      ) : null}
    </>
  );
}
