import { Box, FormControlLabel, FormHelperText, Switch, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Task } from '../../../contract/index.ts';
import { LongText } from '../description/long-text.tsx';
import { NumberField } from '../description/number-field.tsx';
import type { TaskOf } from '../draft/tasks.rules.ts';
import { studioTexts } from '../texts.ts';
import { ChoiceFields } from './choice-fields.tsx';
import { SortingFields } from './sorting-fields.tsx';

interface AnswerProps<Kind extends Task['kind']> {
  readonly task: TaskOf<Kind>;
  readonly onChange: (task: Task) => void;
}

function TextAnswer({ task, onChange }: AnswerProps<'text'>): ReactNode {
  const t = useText(studioTexts);
  return (
    <>
      <TextField
        fullWidth
        multiline
        minRows={2}
        maxRows={10}
        required
        label={t('task.answers')}
        value={task.answers.join('\n')}
        helperText={t('task.answers_help')}
        onChange={({ target }) => onChange({ ...task, answers: target.value.split('\n').slice(0, 50) })}
      />
      <div>
        <FormControlLabel
          label={t('task.forgive_typos')}
          control={
            <Switch
              checked={task.forgive_typos}
              onChange={(_event, forgive_typos) => onChange({ ...task, forgive_typos })}
            />
          }
        />
        <FormHelperText sx={{ mt: 0 }}>{t('task.forgive_typos_help')}</FormHelperText>
      </div>
    </>
  );
}

function NumberAnswer({ task, onChange }: AnswerProps<'number'>): ReactNode {
  const t = useText(studioTexts);
  return (
    <Box
      sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', sm: 'repeat(3, minmax(0, 1fr))' } }}
    >
      <NumberField
        label={t('task.value')}
        value={task.value}
        whole={false}
        onChange={(value) => onChange({ ...task, value: value ?? Number.NaN })}
      />
      <NumberField
        label={t('task.tolerance')}
        value={task.tolerance}
        whole={false}
        help={t('task.tolerance_help')}
        onChange={(value) => onChange({ ...task, tolerance: value ?? Number.NaN })}
      />
      <LongText
        label={t('task.unit')}
        value={task.unit ?? ''}
        onChange={(unit) => onChange({ ...task, unit })}
        most={20}
      />
    </Box>
  );
}

/** The right answer, by the kind of the task. */
export function TaskAnswer({
  task,
  onChange,
}: {
  readonly task: Task;
  readonly onChange: (task: Task) => void;
}): ReactNode {
  const t = useText(studioTexts);
  switch (task.kind) {
    case 'text':
      return <TextAnswer task={task} onChange={onChange} />;
    case 'number':
      return <NumberAnswer task={task} onChange={onChange} />;
    case 'choice':
      return <ChoiceFields task={task} onChange={onChange} />;
    case 'sorting':
      return <SortingFields task={task} onChange={onChange} />;
    case 'code':
      return (
        <LongText
          label={t('task.code')}
          value={task.code}
          onChange={(code) => onChange({ ...task, code })}
          most={200}
          required
          help={t('task.code_help')}
        />
      );
    default:
      return null;
  }
}
