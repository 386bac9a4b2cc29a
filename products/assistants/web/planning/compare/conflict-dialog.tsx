import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { ListSkeleton, RelativeTime, useCall, useText } from '#platform/web';
import type { PlanFile } from '#products/assistants/engines/planning';
import { getPlan, type SavedPlanDetail } from '../../../contract/index.ts';
import type { Scheduling } from '../plan/scheduling.ts';
import { ProblemNotice } from '../problem-notice.tsx';
import { planningTexts } from '../texts.ts';
import type { PlanFormats } from '../use-formats.ts';
import { Difference } from './difference.tsx';

export interface ConflictDialogProps {
  readonly id: string;
  readonly mine: PlanFile;
  readonly baseVersion: number;
  readonly busy: boolean;
  readonly scheduling: Scheduling;
  readonly formats: PlanFormats;
  readonly onClose: () => void;
  readonly onSaveMine: (baseVersion: number) => void;
  readonly onTakeTheirs: (theirs: SavedPlanDetail) => void;
}

/** Somebody saved the plan meanwhile: shows in what the two differ, and lets the person choose. */
export function ConflictDialog(props: ConflictDialogProps): ReactNode {
  const { id, mine, baseVersion, busy, scheduling, formats, onClose, onSaveMine, onTakeTheirs } = props;
  const t = useText(planningTexts);
  const titleId = useId();
  const { data, error, isFetching, refetch } = useCall(getPlan, { params: { id } }, { staleTime: 0 });
  const theirs = isFetching ? undefined : data;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="md">
      <DialogTitle id={titleId}>{t('conflict.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <DialogContentText component="div">
          {theirs === undefined ? (
            t('conflict.text')
          ) : (
            <>
              {t('conflict.versions', { theirs: theirs.version, mine: baseVersion })}{' '}
              <RelativeTime value={theirs.updated_at} />. {t('conflict.text')}
            </>
          )}
        </DialogContentText>
        <ProblemNotice error={error} onRetry={refetch} />
        {theirs === undefined ? (
          error === null ? (
            <ListSkeleton rows={2} height={80} />
          ) : null
        ) : (
          <Difference before={theirs.plan} after={mine} scheduling={scheduling} formats={formats} />
        )}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', gap: 0.5 }}>
        <Button color="inherit" onClick={onClose}>
          {t('conflict.go_on')}
        </Button>
        <Button
          variant="outlined"
          disabled={theirs === undefined || busy}
          onClick={() => {
            if (theirs !== undefined) onTakeTheirs(theirs);
          }}
        >
          {t('conflict.theirs')}
        </Button>
        <Button
          variant="contained"
          disabled={theirs === undefined}
          loading={busy}
          onClick={() => {
            if (theirs !== undefined) onSaveMine(theirs.version);
          }}
        >
          {t('conflict.mine')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
