import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded';
import {
  Alert,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  LinearProgress,
  Typography,
} from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { ErrorNotice, useText } from '#platform/web';
import { useRefusals } from '../refusals.ts';
import { playTexts } from '../texts.ts';
import type { PlayEngine } from './play-engine.ts';
import type { PlayState } from './play-state.ts';
import { keepFiles } from './walk-files.ts';

interface DownloadDialogProps {
  readonly sessionId: string;
  readonly state: PlayState;
  readonly engine: PlayEngine;
  readonly onClose: () => void;
}

interface Progress {
  readonly done: number;
  readonly all: number;
  readonly missed: number | null;
}

/** Keeps a walk on this phone: first what is needed to play, then pictures and sounds. */
export function DownloadDialog({ sessionId, state, engine, onClose }: DownloadDialogProps): ReactNode {
  const t = useText(playTexts);
  const refusals = useRefusals();
  const titleId = useId();
  const [isBusy, setBusy] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [error, setError] = useState<unknown>(null);
  const start = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    setProgress(null);
    try {
      const urls = await engine.download();
      const all = urls.length;
      setProgress({ done: 0, all, missed: null });
      // Browsers clear what nobody asked them to keep when space runs out.
      await globalThis.navigator.storage?.persist?.().catch(() => false);
      const { missed } = await keepFiles(sessionId, urls, (done) => setProgress({ done, all, missed: null }));
      setProgress({ done: all, all, missed });
    } catch (fault) {
      setError(fault);
    } finally {
      setBusy(false);
    }
  };
  const isReady = state.pack !== null && !isBusy;
  const missed = progress?.missed ?? 0;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{t('offline.title')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <DialogContentText>{t('offline.help')}</DialogContentText>
        <ErrorNotice error={error} refusals={refusals} />
        {progress === null || !isBusy ? null : (
          <div>
            <LinearProgress
              variant={progress.all === 0 ? 'indeterminate' : 'determinate'}
              value={progress.all === 0 ? 0 : (progress.done / progress.all) * 100}
              aria-label={t('offline.start')}
              sx={{ borderRadius: 1, mb: 0.5 }}
            />
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('offline.progress', { done: progress.done, all: progress.all })}
            </Typography>
          </div>
        )}
        <div role="status">
          {isReady ? (
            <Alert
              severity={missed === 0 ? 'success' : 'warning'}
              variant="outlined"
              role="presentation"
              icon={<CheckCircleRounded fontSize="small" />}
            >
              {missed === 0 ? t('offline.ready') : t('offline.partly', { count: missed })}
            </Alert>
          ) : null}
        </div>
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('offline.no_map')}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose}>
          {t('word.close')}
        </Button>
        <Button variant={isReady ? 'outlined' : 'contained'} loading={isBusy} onClick={() => void start()}>
          {t(isReady ? 'offline.again' : 'offline.start')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
