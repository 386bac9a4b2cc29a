import CloseRounded from '@mui/icons-material/CloseRounded';
import {
  Box,
  Button,
  Dialog,
  DialogContent,
  DialogTitle,
  IconButton,
  MenuItem,
  TextField,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { ErrorNotice, ListSkeleton, useSend, useText } from '#platform/web';
import { recall } from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { knownStrategies, useStrategyName } from '../strategies/strategy-names.ts';
import { memoryTexts } from '../texts.ts';
import { RecallReport } from './recall-report.tsx';

export interface RecallDialogProps {
  readonly onClose: () => void;
  readonly onOpen: (id: string) => void;
}

/** Asks the memory a question and shows what comes up and why, without an answer. */
export function RecallDialog({ onClose, onOpen }: RecallDialogProps): ReactNode {
  const t = useText(memoryTexts);
  const refusals = useRefusals();
  const nameOf = useStrategyName();
  const titleId = useId();
  const phone = useMediaQuery('(max-width: 640px)');
  const [query, setQuery] = useState('');
  const [strategy, setStrategy] = useState('');
  const send = useSend(recall);
  const ask = (event?: FormEvent): void => {
    event?.preventDefault();
    if (query.trim() === '') return;
    send.mutate({ body: { query: query.trim(), limit: 10, ...(strategy === '' ? {} : { strategy }) } });
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="md" fullScreen={phone}>
      <Box sx={{ display: 'flex', alignItems: 'center', pr: 1.5 }}>
        <DialogTitle id={titleId} sx={{ flex: 1 }}>
          {t('recall.title')}
        </DialogTitle>
        <IconButton aria-label={t('word.close')} onClick={onClose}>
          <CloseRounded fontSize="small" />
        </IconButton>
      </Box>
      <DialogContent sx={{ display: 'grid', gap: 2.5, alignContent: 'start' }}>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('recall.help')}
        </Typography>
        <Box
          component="form"
          onSubmit={ask}
          sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 200px auto' } }}
        >
          <TextField
            autoFocus
            size="small"
            label={t('recall.question')}
            value={query}
            onChange={({ target }) => setQuery(target.value)}
            slotProps={{ htmlInput: { maxLength: 4_000 } }}
          />
          <TextField
            select
            size="small"
            label={t('recall.strategy')}
            value={strategy}
            onChange={({ target }) => setStrategy(target.value)}
            slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
          >
            <MenuItem value="">{t('recall.automatic')}</MenuItem>
            {knownStrategies.map((id) => (
              <MenuItem key={id} value={id}>
                {nameOf(id)}
              </MenuItem>
            ))}
          </TextField>
          <Button type="submit" variant="contained" loading={send.isPending} disabled={query.trim() === ''}>
            {t('recall.submit')}
          </Button>
        </Box>
        <ErrorNotice error={send.error} onRetry={() => ask()} refusals={refusals} />
        {send.isPending ? <ListSkeleton rows={3} height={96} /> : null}
        {send.data === undefined || send.isPending ? null : (
          <RecallReport report={send.data} onOpen={onOpen} />
        )}
      </DialogContent>
    </Dialog>
  );
}
