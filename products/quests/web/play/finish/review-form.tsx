import { Alert, Box, FormHelperText, Paper, Rating, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { Form, FormTextField, SubmitButton, useForm, useSend, useText } from '#platform/web';
import { getQuest, listReviews, writeReview } from '../../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { playTexts } from '../texts.ts';

/** Stars and, if one likes, words; once for a quest. */
export function ReviewForm({ questId }: { readonly questId: string }): ReactNode {
  const t = useText(playTexts);
  const refusals = useRefusals();
  const labelId = useId();
  const send = useSend(writeReview, { invalidates: [listReviews, getQuest] });
  const form = useForm({
    schema: writeReview.body,
    initial: { text: '' },
    submit: ({ text, ...body }) =>
      send.mutateAsync({
        params: { id: questId },
        body: { ...body, ...(text === undefined || text.trim() === '' ? {} : { text }) },
      }),
  });
  if (send.data !== undefined) {
    return (
      <Alert severity="success" variant="outlined" role="status">
        {t(send.data.state === 'held' ? 'finish.review_held' : 'finish.review_done')}
      </Alert>
    );
  }
  const fault = form.faultOf('stars');
  return (
    <Paper component="section" variant="outlined" sx={{ p: 2.5, borderRadius: 3 }}>
      <Typography variant="h2">{t('finish.review')}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 2 }}>
        {t('finish.review_help')}
      </Typography>
      <Form form={form} refusals={refusals}>
        <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
          <Box>
            <Typography id={labelId} component="span" sx={{ position: 'absolute', clipPath: 'inset(50%)' }}>
              {t('finish.stars')}
            </Typography>
            <Rating
              name="stars"
              size="large"
              aria-labelledby={labelId}
              value={form.values.stars ?? null}
              onChange={(_event, stars) => form.set('stars', stars ?? undefined)}
              sx={{ fontSize: '2.5rem', ml: -0.5 }}
            />
            {fault === undefined ? null : <FormHelperText error>{t('finish.stars')}</FormHelperText>}
          </Box>
          <FormTextField
            form={form}
            name="text"
            label={t('finish.review_text')}
            multiline
            minRows={2}
            maxRows={8}
          />
          <SubmitButton form={form}>{t('finish.review_send')}</SubmitButton>
        </Box>
      </Form>
    </Paper>
  );
}
