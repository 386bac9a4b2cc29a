import { Box, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useText } from '#platform/web';
import type { Answer, PlayPoint } from '../../../contract/index.ts';
import type { PlayState } from '../offline/play-state.ts';
import { playTexts } from '../texts.ts';
import type { Moves } from '../walk/use-moves.ts';
import { AnswerReport } from './answer-report.tsx';
import { ChoiceTask } from './choice-task.tsx';
import { CodeTask } from './code-task.tsx';
import { PhotoTask } from './photo-task.tsx';
import { SortingTask } from './sorting-task.tsx';
import { StationTask } from './station-task.tsx';
import type { TaskProps } from './task-props.ts';
import { NumberTask, TextTask } from './typed-tasks.tsx';

interface TaskFormProps {
  readonly point: PlayPoint;
  readonly state: PlayState;
  readonly moves: Moves;
}

function Fields({
  point,
  state,
  onAnswer,
  labelId,
}: TaskFormProps & Omit<TaskProps<never>, 'task'>): ReactNode {
  const { task } = point;
  const shared = { onAnswer, labelId };
  switch (task?.kind) {
    case 'text':
      return <TextTask {...shared} task={task} />;
    case 'number':
      return <NumberTask {...shared} task={task} />;
    case 'choice':
      return <ChoiceTask {...shared} task={task} />;
    case 'sorting':
      return <SortingTask {...shared} task={task} />;
    case 'code':
      return <CodeTask {...shared} task={task} />;
    case 'photo':
      return <PhotoTask {...shared} task={task} reachable={state.reachable} />;
    case 'station':
      return <StationTask code={point.station_code} />;
    case 'gps':
    case undefined:
      return null;
    default:
      return task satisfies never;
  }
}

/** The task of the point where the player is. */
export function TaskForm(props: TaskFormProps): ReactNode {
  const { point, state, moves } = props;
  const t = useText(playTexts);
  const labelId = useId();
  const { task } = point;
  if (task === null || task.kind === 'gps') return null;
  const send = (answer: Answer): void => void moves.make({ kind: 'answer', point_id: point.id, answer });
  return (
    <Box component="section" aria-labelledby={labelId} sx={{ display: 'grid', gap: 1.5 }}>
      <Box>
        <Typography variant="overline" sx={{ color: 'text.secondary' }}>
          {t('task.title')}
        </Typography>
        <Typography
          id={labelId}
          variant="h3"
          component="h2"
          sx={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
        >
          {task.question}
        </Typography>
      </Box>
      <Fields {...props} labelId={labelId} onAnswer={send} />
      <AnswerReport point={point} last={moves.last} isUnjudged={state.unjudged.has(point.id)} />
    </Box>
  );
}
