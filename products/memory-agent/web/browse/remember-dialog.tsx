import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogContentText,
  DialogTitle,
  Slider,
  Typography,
} from '@mui/material';
import { type ReactNode, useId } from 'react';
import { Form, FormTextField, SubmitButton, useForm, useNotice, useSend, useText } from '#platform/web';
import { memoryGraph, memoryStats, remember, searchMemory } from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { memoryTexts } from '../texts.ts';
import { useDecimal } from '../use-decimal.ts';

/** Writes a note that the agent remembers word for word. */
export function RememberDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText(memoryTexts);
  const decimal = useDecimal(2);
  const notice = useNotice();
  const refusals = useRefusals();
  const titleId = useId();
  const sliderId = useId();
  const send = useSend(remember, { invalidates: [searchMemory, memoryStats, memoryGraph] });
  const form = useForm({
    schema: remember.body,
    initial: { content: '', importance: 0.5 },
    submit: async (body) => {
      const { status } = await send.mutateAsync({ body });
      if (status === 'duplicate') notice.info(t('remember.duplicate'));
      else notice.success(t('remember.stored'));
      onClose();
    },
  });
  const importance = form.values.importance ?? 0.5;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm">
      <DialogTitle id={titleId}>{t('remember.title')}</DialogTitle>
      <Form form={form} refusals={refusals}>
        <DialogContent sx={{ display: 'grid', gap: 2.5 }}>
          <DialogContentText>{t('remember.help')}</DialogContentText>
          <FormTextField
            form={form}
            name="content"
            label={t('remember.content')}
            multiline
            minRows={4}
            maxRows={14}
            autoFocus
          />
          <Box>
            <Box sx={{ display: 'flex', typography: 'body2' }}>
              <Typography id={sliderId} variant="body2" sx={{ mr: 'auto' }}>
                {t('remember.importance')}
              </Typography>
              <span>{decimal(importance)}</span>
            </Box>
            <Box sx={{ px: 1 }}>
              <Slider
                size="small"
                min={0}
                max={1}
                step={0.05}
                value={importance}
                aria-labelledby={sliderId}
                onChange={(_event, value) => form.set('importance', value)}
              />
            </Box>
          </Box>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('word.cancel')}
          </Button>
          <SubmitButton form={form}>{t('remember.submit')}</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
