import { Button, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { FilePicker } from '#capabilities/files/web';
import { useText } from '#platform/web';
import { studioTexts } from '../texts.ts';
import { StoredPicture, StoredSound } from './stored-file.tsx';

const mebibyte = 1_048_576;
const images = {
  accept: ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/heic'],
  maxSize: 15 * mebibyte,
};
const sounds = { accept: ['audio/mpeg', 'audio/mp4', 'audio/ogg', 'audio/wav'], maxSize: 30 * mebibyte };

const limits = {
  'quests.cover': images,
  'quests.block_image': images,
  'quests.block_audio': sounds,
} as const;

interface FileChoiceProps {
  readonly label: string;
  readonly purpose: keyof typeof limits;
  readonly fileId: string | null;
  readonly onChange: (fileId: string | null) => void;
  /** Blocks are removed as a whole; a cover can be taken away. */
  readonly removable?: boolean;
}

/** One file of the quest: what is there, and another in its place. */
export function FileChoice({
  label,
  purpose,
  fileId,
  onChange,
  removable = false,
}: FileChoiceProps): ReactNode {
  const t = useText(studioTexts);
  const [isReplacing, setIsReplacing] = useState(false);
  const { accept, maxSize } = limits[purpose];
  if (fileId === null || isReplacing) {
    return (
      <Stack spacing={1}>
        <FilePicker
          label={label}
          purpose={purpose}
          accept={accept}
          maxSize={maxSize}
          {...(purpose === 'quests.block_image' ? { capture: 'environment' } : {})}
          onChange={([file]) => {
            if (file === undefined) return;
            setIsReplacing(false);
            onChange(file.id);
          }}
        />
        {isReplacing ? (
          <Button
            size="small"
            color="inherit"
            sx={{ alignSelf: 'start' }}
            onClick={() => setIsReplacing(false)}
          >
            {t('word.cancel')}
          </Button>
        ) : null}
      </Stack>
    );
  }
  return (
    <Stack spacing={1}>
      {purpose === 'quests.block_audio' ? (
        <StoredSound fileId={fileId} alt={label} />
      ) : (
        <StoredPicture fileId={fileId} alt={label} />
      )}
      <Stack direction="row" spacing={1}>
        <Button size="small" variant="outlined" color="inherit" onClick={() => setIsReplacing(true)}>
          {t('file.replace')}
        </Button>
        {removable ? (
          <Button size="small" color="inherit" onClick={() => onChange(null)}>
            {t('word.remove')}
          </Button>
        ) : null}
      </Stack>
    </Stack>
  );
}
