import { Box, Checkbox, FormControlLabel, FormHelperText, Radio } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useText } from '#platform/web';
import type { ShownTask } from '../../../contract/index.ts';
import { playTexts } from '../texts.ts';
import { type TaskProps, taskFormId } from './task-props.ts';

type ChoiceTaskProps = TaskProps<Extract<ShownTask, { kind: 'choice' }>>;

/** One of several, or several of many; each line is large enough for a thumb. */
export function ChoiceTask({ task, labelId, onAnswer }: ChoiceTaskProps): ReactNode {
  const t = useText(playTexts);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isMissing, setMissing] = useState(false);
  const { multiple, options } = task;
  const Control = multiple ? Checkbox : Radio;
  const help = t(multiple ? 'task.pick_several' : 'task.pick_single');
  const toggle = (id: string): void => {
    setMissing(false);
    if (!multiple) setChosen([id]);
    else setChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (chosen.length === 0) setMissing(true);
    else onAnswer({ option_ids: [...chosen] });
  };
  return (
    <form id={taskFormId} onSubmit={submit}>
      <Box
        role={multiple ? 'group' : 'radiogroup'}
        aria-labelledby={labelId}
        sx={{ display: 'grid', gap: 1 }}
      >
        {options.map(({ id, text }) => (
          <FormControlLabel
            key={id}
            label={text}
            control={
              <Control
                name={taskFormId}
                value={id}
                checked={chosen.includes(id)}
                onChange={() => toggle(id)}
              />
            }
            sx={{
              m: 0,
              px: 1,
              minHeight: 52,
              border: 1,
              borderRadius: 2.5,
              borderColor: chosen.includes(id) ? 'primary.main' : 'divider',
              overflowWrap: 'anywhere',
            }}
          />
        ))}
      </Box>
      <FormHelperText error={isMissing} aria-live="polite">
        {help}
      </FormHelperText>
    </form>
  );
}
