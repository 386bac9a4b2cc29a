import AddOutlined from '@mui/icons-material/AddOutlined';
import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import { Button, FormHelperText, IconButton, Stack, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Task } from '../../../contract/index.ts';
import { moved, replaced, without } from '../draft/lists.rules.ts';
import { shortId } from '../draft/short-id.ts';
import type { TaskOf } from '../draft/tasks.rules.ts';
import { studioTexts } from '../texts.ts';

interface SortingFieldsProps {
  readonly task: TaskOf<'sorting'>;
  readonly onChange: (task: Task) => void;
}

/** Items in the right order; players get them shuffled. */
export function SortingFields({ task, onChange }: SortingFieldsProps): ReactNode {
  const t = useText(studioTexts);
  const { items } = task;
  const set = (next: typeof items): void => onChange({ ...task, items: next });
  return (
    <Stack role="group" aria-label={t('task.items')} spacing={1}>
      <FormHelperText sx={{ m: 0 }}>{t('task.items_help')}</FormHelperText>
      {items.map((item, at) => (
        <Stack key={item.id} direction="row" sx={{ alignItems: 'center' }}>
          <TextField
            fullWidth
            size="small"
            value={item.text}
            placeholder={t('task.item', { number: at + 1 })}
            onChange={({ target }) => set(replaced(items, at, { ...item, text: target.value }))}
            slotProps={{ htmlInput: { maxLength: 300, 'aria-label': t('task.item', { number: at + 1 }) } }}
          />
          <IconButton
            aria-label={t('task.item_up', { number: at + 1 })}
            disabled={at === 0}
            onClick={() => set(moved(items, at, at - 1))}
          >
            <ArrowUpwardOutlined fontSize="small" />
          </IconButton>
          <IconButton
            aria-label={t('task.item_down', { number: at + 1 })}
            disabled={at === items.length - 1}
            onClick={() => set(moved(items, at, at + 1))}
          >
            <ArrowDownwardOutlined fontSize="small" />
          </IconButton>
          <IconButton
            aria-label={t('task.remove_item', { number: at + 1 })}
            disabled={items.length <= 2}
            onClick={() => set(without(items, at))}
          >
            <CloseOutlined fontSize="small" />
          </IconButton>
        </Stack>
      ))}
      <Button
        size="small"
        variant="outlined"
        color="inherit"
        startIcon={<AddOutlined />}
        disabled={items.length >= 12}
        onClick={() => set([...items, { id: shortId(), text: '' }])}
        sx={{ alignSelf: 'start' }}
      >
        {t('task.add_item')}
      </Button>
    </Stack>
  );
}
