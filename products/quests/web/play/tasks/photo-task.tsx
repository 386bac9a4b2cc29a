import { Typography } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { FilePicker } from '#capabilities/files/web';
import { useText } from '#platform/web';
import type { ShownTask } from '../../../contract/index.ts';
import { playTexts } from '../texts.ts';
import { type TaskProps, taskFormId } from './task-props.ts';

const accept = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/heic'];
const maxSize = 15 * 1_048_576;

interface PhotoTaskProps extends TaskProps<Extract<ShownTask, { kind: 'photo' }>> {
  readonly reachable: boolean;
}

/** A photo from the camera or the album. */
export function PhotoTask({ task, reachable, onAnswer }: PhotoTaskProps): ReactNode {
  const t = useText(playTexts);
  const [fileId, setFileId] = useState<string | null>(null);
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (fileId === null) setMissing(true);
    else onAnswer({ file_id: fileId });
  };
  return (
    <form id={taskFormId} onSubmit={submit}>
      {reachable ? null : (
        <Typography variant="body2" sx={{ color: 'warning.main', mb: 1 }}>
          {t('task.photo_offline')}
        </Typography>
      )}
      <FilePicker
        label={task.question}
        purpose="quests.task_photo"
        accept={accept}
        maxSize={maxSize}
        capture="environment"
        disabled={!reachable}
        onChange={(files) => {
          setMissing(false);
          setFileId(files[0]?.id ?? null);
        }}
      />
      <Typography role="alert" variant="body2" sx={{ color: 'error.main' }}>
        {isMissing ? t('task.photo_missing') : null}
      </Typography>
    </form>
  );
}
