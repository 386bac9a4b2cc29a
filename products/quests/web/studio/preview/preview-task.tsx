import { Box, Button, Chip, Stack, TextField, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { PlainText, useText } from '#platform/web';
import type { Point, Task } from '../../../contract/index.ts';
import { studioTexts } from '../texts.ts';

function Field({ task }: { readonly task: Task }): ReactNode {
  const t = useText(studioTexts);
  switch (task.kind) {
    case 'choice':
    case 'sorting':
      return (
        <Stack spacing={0.75}>
          {(task.kind === 'choice' ? task.options : task.items).map(({ id, text }) => (
            <Box key={id} sx={{ border: 1, borderColor: 'divider', borderRadius: '10px', px: 1.5, py: 1 }}>
              {text}
            </Box>
          ))}
        </Stack>
      );
    case 'text':
    case 'code':
    case 'number':
      return (
        <TextField
          size="small"
          fullWidth
          disabled
          label={t('preview.answer')}
          helperText={task.kind === 'number' ? task.unit : undefined}
        />
      );
    default:
      return null;
  }
}

/** What a player is asked, with what helps and what it costs. */
export function PreviewTask({ point }: { readonly point: Point }): ReactNode {
  const t = useText(studioTexts);
  const { task, hints, score } = point;
  return (
    <Stack spacing={1.5}>
      {'question' in task ? (
        <Box sx={{ fontWeight: 600 }}>
          <PlainText>{task.question}</PlainText>
        </Box>
      ) : null}
      <Field task={task} />
      <Button variant="contained" fullWidth disabled>
        {t(`preview.do_${task.kind}`)}
      </Button>
      <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 0.75 }}>
        <Chip size="small" label={t('preview.score', { count: score })} />
        {hints.map(({ id, penalty }, at) => (
          <Chip
            key={id}
            size="small"
            variant="outlined"
            label={t('preview.hint', { number: at + 1, penalty })}
          />
        ))}
      </Stack>
      {task.kind === 'sorting' ? (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('preview.shuffled')}
        </Typography>
      ) : null}
    </Stack>
  );
}
