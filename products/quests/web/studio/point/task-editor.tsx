import { Alert, Box, MenuItem, TextField } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useText } from '#platform/web';
import type { Task } from '../../../contract/index.ts';
import { LongText } from '../description/long-text.tsx';
import { Section } from '../description/section.tsx';
import { shortId } from '../draft/short-id.ts';
import { remarks, taskFaults } from '../draft/task-faults.rules.ts';
import { taskAs, taskKinds } from '../draft/tasks.rules.ts';
import { studioTexts } from '../texts.ts';
import { TaskAnswer } from './task-answer.tsx';

interface TaskEditorProps {
  readonly task: Task;
  readonly onChange: (task: Task) => void;
}

function Faults({ task, id }: { readonly task: Task; readonly id: string }): ReactNode {
  const t = useText(studioTexts);
  const faults = taskFaults(task);
  const isHeld = faults.some((fault) => !remarks.has(fault));
  return (
    <div id={id} role="status">
      {faults.length === 0 ? null : (
        <Alert severity={isHeld ? 'warning' : 'info'} variant="outlined">
          {isHeld ? t('task.held_back') : t('task.remark')}
          <Box component="ul" sx={{ m: 0, mt: 0.5, pl: 2.5 }}>
            {faults.map((fault) => (
              <li key={fault}>{t(`task.fault_${fault}`)}</li>
            ))}
          </Box>
        </Alert>
      )}
    </div>
  );
}

/** What a player does at the point; says at once what is missing or contradicts itself. */
export function TaskEditor({ task, onChange }: TaskEditorProps): ReactNode {
  const t = useText(studioTexts);
  const faultsId = useId();
  return (
    <Section title={t('task.title')}>
      <TextField
        select
        fullWidth
        label={t('task.kind')}
        value={task.kind}
        helperText={t(`task.help_${task.kind}`)}
        aria-describedby={faultsId}
        onChange={({ target }) => {
          const kind = taskKinds.find((one) => one === target.value);
          if (kind !== undefined) onChange(taskAs(kind, task, shortId));
        }}
      >
        {taskKinds.map((kind) => (
          <MenuItem key={kind} value={kind}>
            {t(`task.kind_${kind}`)}
          </MenuItem>
        ))}
      </TextField>
      {'question' in task ? (
        <LongText
          label={t('task.question')}
          value={task.question}
          onChange={(question) => onChange({ ...task, question })}
          most={2_000}
          rows={2}
          required
        />
      ) : null}
      <TaskAnswer task={task} onChange={onChange} />
      <Faults task={task} id={faultsId} />
    </Section>
  );
}
