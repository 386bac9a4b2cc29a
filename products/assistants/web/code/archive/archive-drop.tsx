import type { ReactNode } from 'react';
import { useNotice, useText } from '#platform/web';
import { largestArchive } from '../../../contract/index.ts';
import { UploadDrop } from '../../pieces/upload-drop.tsx';
import { codeTexts } from '../texts.ts';

const size = largestArchive / 1_024 / 1_024;

/** Takes one zip, dropped or chosen; others are refused before anything is sent. */
export function ArchiveDrop({ onArchive }: { readonly onArchive: (file: File) => void }): ReactNode {
  const t = useText(codeTexts);
  const notify = useNotice();
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    if (!/\.zip$/i.test(file.name)) notify.error(t('archive.not_zip'));
    else if (file.size > largestArchive) notify.error(t('archive.too_large', { size }));
    else onArchive(file);
  };
  return (
    <UploadDrop
      first
      title={t('archive.drop')}
      choose={t('archive.choose')}
      limit={t('archive.limit', { size })}
      accept=".zip,application/zip"
      onFiles={([file]) => take(file)}
    />
  );
}
