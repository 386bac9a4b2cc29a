import { Button, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { FileImage, FilePicker } from '#capabilities/files/web';
import { useText } from '#platform/web';
import type { Merch } from '../../../contract/index.ts';
import { operationsTexts } from '../texts.ts';

const accept = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/heic'];
const maxSize = 15 * 1_048_576;

interface PictureFieldProps {
  /** The picture the article has; null when there is none or it was taken off. */
  readonly picture: Merch['picture'];
  /** A new file, or null to have none. */
  readonly onChange: (fileId: string | null) => void;
}

/** Shows the picture of an article and takes a new one. */
export function PictureField({ picture, onChange }: PictureFieldProps): ReactNode {
  const t = useText(operationsTexts);
  return (
    <Stack spacing={1.5}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('merch.picture')}
      </Typography>
      {picture === null ? (
        <FilePicker
          label={t('merch.picture')}
          purpose="quests.merch"
          accept={accept}
          maxSize={maxSize}
          onChange={(files) => onChange(files[0]?.id ?? null)}
        />
      ) : (
        <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
          <FileImage
            file={picture}
            alt={t('merch.picture')}
            sizes="96px"
            sx={{ width: 96, height: 96, objectFit: 'cover', borderRadius: '10px' }}
          />
          <Button color="inherit" variant="outlined" onClick={() => onChange(null)}>
            {t('merch.picture_remove')}
          </Button>
        </Stack>
      )}
    </Stack>
  );
}
