import AddOutlined from '@mui/icons-material/AddOutlined';
import CloseOutlined from '@mui/icons-material/CloseOutlined';
import {
  Button,
  Checkbox,
  FormControlLabel,
  IconButton,
  Radio,
  Stack,
  Switch,
  TextField,
} from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Task } from '../../../contract/index.ts';
import { shortId } from '../draft/short-id.ts';
import { type TaskOf, withCorrect, withMultiple, withoutOption } from '../draft/tasks.rules.ts';
import { studioTexts } from '../texts.ts';

interface ChoiceFieldsProps {
  readonly task: TaskOf<'choice'>;
  readonly onChange: (task: Task) => void;
}

/** Options with a mark on what is right. */
export function ChoiceFields({ task, onChange }: ChoiceFieldsProps): ReactNode {
  const t = useText(studioTexts);
  const Mark = task.multiple ? Checkbox : Radio;
  return (
    <Stack role="group" aria-label={t('task.options')} spacing={1}>
      <FormControlLabel
        label={t('task.multiple')}
        control={
          <Switch
            checked={task.multiple}
            onChange={(_event, multiple) => onChange(withMultiple(task, multiple))}
          />
        }
      />
      {task.options.map((option, at) => (
        <Stack key={option.id} direction="row" sx={{ alignItems: 'center' }}>
          <Mark
            checked={task.correct.includes(option.id)}
            onChange={({ target }) => onChange(withCorrect(task, option.id, target.checked))}
            slotProps={{ input: { 'aria-label': t('task.is_right', { number: at + 1 }) } }}
          />
          <TextField
            fullWidth
            size="small"
            value={option.text}
            placeholder={t('task.option', { number: at + 1 })}
            onChange={({ target }) =>
              onChange({
                ...task,
                options: task.options.map((one) =>
                  one.id === option.id ? { ...one, text: target.value } : one,
                ),
              })
            }
            slotProps={{ htmlInput: { maxLength: 300, 'aria-label': t('task.option', { number: at + 1 }) } }}
          />
          <IconButton
            aria-label={t('task.remove_option', { number: at + 1 })}
            disabled={task.options.length <= 2}
            onClick={() => onChange(withoutOption(task, option.id))}
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
        disabled={task.options.length >= 12}
        onClick={() => onChange({ ...task, options: [...task.options, { id: shortId(), text: '' }] })}
        sx={{ alignSelf: 'start' }}
      >
        {t('task.add_option')}
      </Button>
    </Stack>
  );
}
