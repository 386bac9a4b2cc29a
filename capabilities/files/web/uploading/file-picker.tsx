import AttachFileOutlined from '@mui/icons-material/AttachFileOutlined';
import PhotoCameraOutlined from '@mui/icons-material/PhotoCameraOutlined';
import { Stack, Typography } from '@mui/material';
import { type ReactNode, useRef, useState } from 'react';
import { DataList, useLanguage, useText } from '#platform/web';
import type { PublishedFile } from '../../contract/index.ts';
import { filesTexts } from '../texts.ts';
import { ChooseButton } from './choose-button.tsx';
import { DropArea } from './drop-area.tsx';
import { fileSize } from './file-size.rules.ts';
import { UploadRow } from './upload-row.tsx';
import { useUpload } from './use-upload.ts';

export interface FilePickerProps {
  /** What the files are for, as screen readers say it. */
  readonly label: string;
  /** `module.what`, as the server declares it. */
  readonly purpose: string;
  /** Media types the purpose takes. */
  readonly accept: readonly string[];
  /** Bytes. */
  readonly maxSize: number;
  /** How many files may be chosen in all; 1 if not given. */
  readonly maxFiles?: number;
  /** Offers the camera too: the outer (`environment`) or the inner one. */
  readonly capture?: 'environment' | 'user';
  readonly disabled?: boolean;
  /** Called with all published files whenever one was added or taken away. */
  readonly onChange: (files: readonly PublishedFile[]) => void;
}

/**
 * Chooses, photographs or takes dropped files and uploads them at once, each with preview, progress and a plain word
 * when it fails. Send the ids of the published files with your form; what is never attached is forgotten in a day.
 */
export function FilePicker(props: FilePickerProps): ReactNode {
  const { label, purpose, accept, maxSize, maxFiles = 1, capture, disabled = false, onChange } = props;
  const t = useText(filesTexts);
  const language = useLanguage();
  const [isCrowded, setIsCrowded] = useState(false);
  // Not state: several may finish before the next drawing.
  const published = useRef<readonly PublishedFile[]>([]);
  const tell = (files: readonly PublishedFile[]): void => {
    published.current = files;
    onChange(files);
  };
  const { uploads, add, cancel, retry } = useUpload(purpose, {
    accept,
    maxSize,
    onPublished: (file) => tell([...published.current, file]),
  });
  const room = maxFiles - uploads.length;
  const take = (files: readonly File[]): void => {
    setIsCrowded(files.length > room);
    add(files.slice(0, Math.max(0, room)));
  };
  const remove = (key: string): void => {
    const gone = uploads.find((upload) => upload.key === key)?.file?.id;
    setIsCrowded(false);
    cancel(key);
    if (gone !== undefined) tell(published.current.filter(({ id }) => id !== gone));
  };
  const isMany = maxFiles > 1;
  const isShut = disabled || room <= 0;
  return (
    <DropArea label={label} disabled={isShut} onFiles={take}>
      <Stack direction="row" useFlexGap sx={{ gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <ChooseButton
          label={t(isMany ? 'choose_many' : 'choose')}
          icon={<AttachFileOutlined />}
          accept={accept}
          multiple={isMany}
          disabled={isShut}
          onFiles={take}
        />
        {capture === undefined ? null : (
          <ChooseButton
            label={t('photograph')}
            icon={<PhotoCameraOutlined />}
            accept={['image/*']}
            multiple={false}
            disabled={isShut}
            capture={capture}
            onFiles={take}
          />
        )}
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t(isMany ? 'drop_many' : 'drop')}. {t('limits', { size: fileSize(maxSize, language) })}.
        </Typography>
      </Stack>
      {isCrowded ? (
        <Typography role="alert" variant="body2" sx={{ color: 'error.main', mt: 1 }}>
          {t('too_many', { count: maxFiles })}
        </Typography>
      ) : null}
      {uploads.length === 0 ? null : (
        <DataList items={uploads} keyOf={({ key }) => key} label={t('uploads')} gap={0}>
          {(upload) => (
            <UploadRow
              upload={upload}
              onCancel={() => remove(upload.key)}
              onRetry={() => retry(upload.key)}
            />
          )}
        </DataList>
      )}
    </DropArea>
  );
}
