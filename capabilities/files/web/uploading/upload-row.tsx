import CloseOutlined from '@mui/icons-material/CloseOutlined';
import { Box, Button, IconButton, LinearProgress, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useProblemText, useText } from '#platform/web';
import { filesTexts, useFileRefusals } from '../texts.ts';
import { Preview } from './preview.tsx';
import type { Upload } from './upload-list.rules.ts';

const hopeless: readonly string[] = ['files.empty', 'files.too_large', 'files.type_refused'];

interface UploadRowProps {
  readonly upload: Upload;
  readonly onCancel: () => void;
  readonly onRetry: () => void;
}

/** One file on its way: preview, name, how far it is, what went wrong. */
export function UploadRow({ upload, onCancel, onRetry }: UploadRowProps): ReactNode {
  const t = useText(filesTexts);
  const problemText = useProblemText();
  const refusals = useFileRefusals();
  const { source, state, progress, problem } = upload;
  const { name } = source;
  const percent = Math.round(progress * 100);
  // The same file would be refused for the same reason.
  const mayHelp = problem === null || !hopeless.includes(problem.code ?? '');
  const isOnWay = state === 'sending' || state === 'checking';
  const status = state === 'sending' ? t('state.sending', { percent }) : t(`state.${state}`);
  return (
    <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center', py: 0.75 }}>
      <Preview source={source} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography noWrap title={name}>
          {name}
        </Typography>
        {problem === null ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {status}
          </Typography>
        ) : (
          <Typography variant="body2" role="alert" sx={{ color: 'error.main' }}>
            {problemText(problem, refusals)}
          </Typography>
        )}
        {isOnWay ? (
          <LinearProgress
            aria-label={name}
            variant={state === 'sending' ? 'determinate' : 'indeterminate'}
            value={percent}
          />
        ) : null}
      </Box>
      {state === 'failed' && mayHelp ? (
        <Button size="small" aria-label={t('retry_named', { name })} onClick={onRetry}>
          {t('retry')}
        </Button>
      ) : null}
      <IconButton
        aria-label={isOnWay ? t('cancel_named', { name }) : t('remove_named', { name })}
        onClick={onCancel}
      >
        <CloseOutlined fontSize="small" />
      </IconButton>
    </Stack>
  );
}
