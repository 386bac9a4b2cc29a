import ArrowDownwardRounded from '@mui/icons-material/ArrowDownwardRounded';
import ArrowUpwardRounded from '@mui/icons-material/ArrowUpwardRounded';
import { Box, FormHelperText, IconButton, Typography } from '@mui/material';
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import type { ShownTask } from '../../../contract/index.ts';
import { playTexts } from '../texts.ts';
import { moved } from './number-answer.rules.ts';
import { type TaskProps, taskFormId } from './task-props.ts';

type SortingTaskProps = TaskProps<Extract<ShownTask, { kind: 'sorting' }>>;

/** A list brought into order by buttons, or by the arrow keys on them. */
export function SortingTask({ task, labelId, onAnswer }: SortingTaskProps): ReactNode {
  const t = useText(playTexts);
  const [items, setItems] = useState<SortingTaskProps['task']['items']>(task.items);
  const [said, setSaid] = useState('');
  const move = (index: number, by: number): void => {
    const next = moved(items, index, by);
    const item = items[index];
    if (next === items || item === undefined) return;
    setItems([...next]);
    setSaid(t('task.moved', { text: item.text, place: index + by + 1, all: items.length }));
  };
  const press = (index: number) => (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    move(index, by);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onAnswer({ order: items.map(({ id }) => id) });
  };
  return (
    <form id={taskFormId} onSubmit={submit}>
      <Box
        component="ol"
        aria-labelledby={labelId}
        sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}
      >
        {items.map(({ id, text }, index) => (
          <Box
            component="li"
            key={id}
            onKeyDown={press(index)}
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 0.5,
              pl: 1.5,
              pr: 0.5,
              minHeight: 52,
              border: 1,
              borderColor: 'divider',
              borderRadius: 2.5,
            }}
          >
            <Typography sx={{ mr: 'auto', overflowWrap: 'anywhere' }}>
              <Box component="span" sx={{ color: 'text.secondary', mr: 1 }}>
                {index + 1}
              </Box>
              {text}
            </Typography>
            <IconButton
              aria-label={t('task.up', { text })}
              disabled={index === 0}
              onClick={() => move(index, -1)}
            >
              <ArrowUpwardRounded fontSize="small" />
            </IconButton>
            <IconButton
              aria-label={t('task.down', { text })}
              disabled={index === items.length - 1}
              onClick={() => move(index, 1)}
            >
              <ArrowDownwardRounded fontSize="small" />
            </IconButton>
          </Box>
        ))}
      </Box>
      <FormHelperText>{t('task.sort')}</FormHelperText>
      <Box role="status" sx={visuallyHidden}>
        {said}
      </Box>
    </form>
  );
}
