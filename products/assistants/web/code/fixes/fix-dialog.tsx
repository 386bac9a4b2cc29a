import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  LinearProgress,
  Typography,
} from '@mui/material';
import { type ReactNode, useEffect, useMemo } from 'react';
import type { BodyOf } from '#platform/contract';
import { ErrorNotice, useSend, useText } from '#platform/web';
import { fixCode } from '../../../contract/index.ts';
import { readDiff } from '../../pieces/diff.rules.ts';
import { DiffView } from '../../pieces/diff-view.tsx';
import { useCodeRefusals } from '../refusals.ts';
import { codeTexts } from '../texts.ts';

export type FixRequest = BodyOf<typeof fixCode>;

export interface FixDialogProps {
  readonly request: FixRequest;
  readonly onApply: (code: string, count: number) => void;
  readonly onDownload: (code: string) => void;
  readonly onClose: () => void;
}

/** Shows what fixes would change, before anything is changed. */
export function FixDialog({ request, onApply, onDownload, onClose }: FixDialogProps): ReactNode {
  const t = useText(codeTexts);
  const refusals = useCodeRefusals();
  const { mutate, data, error } = useSend(fixCode);
  useEffect(() => mutate({ body: request }), [mutate, request]);
  const lines = useMemo(() => readDiff(data?.diff ?? ''), [data]);
  const isReady = data !== undefined && data.count > 0;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="md" aria-labelledby="fix-title">
      <DialogTitle id="fix-title">{t('fix.title')}</DialogTitle>
      <DialogContent>
        <Box role="status">
          {data === undefined && error === null ? (
            <>
              <Typography sx={{ mb: 1 }}>{t('fix.working')}</Typography>
              <LinearProgress aria-label={t('fix.working')} />
            </>
          ) : null}
          {data === undefined ? null : (
            <Typography sx={{ mb: 1.5 }}>
              {data.count === 0 ? t('fix.nothing') : t('fix.count', { count: data.count })}
            </Typography>
          )}
        </Box>
        <ErrorNotice error={error} refusals={refusals} onRetry={() => mutate({ body: request })} />
        {isReady ? <DiffView lines={lines} label={t('fix.diff')} /> : null}
      </DialogContent>
      <DialogActions sx={{ flexWrap: 'wrap', gap: 1 }}>
        <Button color="inherit" onClick={onClose}>
          {t('fix.cancel')}
        </Button>
        {isReady ? (
          <>
            <Button color="inherit" onClick={() => onDownload(data.code)}>
              {t('fix.download')}
            </Button>
            <Button variant="contained" onClick={() => onApply(data.code, data.count)}>
              {t('fix.apply')}
            </Button>
          </>
        ) : null}
      </DialogActions>
    </Dialog>
  );
}
