import InsertDriveFileOutlined from '@mui/icons-material/InsertDriveFileOutlined';
import { Box, Link } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Attachment } from '../../contract/index.ts';
import { chatTexts } from '../texts.ts';

function Picture({ file }: { readonly file: Attachment }): ReactNode {
  const t = useText(chatTexts);
  const small = file.variants.find(({ width }) => width >= 320) ?? file;
  const { width, height } = file;
  return (
    <Link href={file.url} target="_blank" rel="noopener noreferrer">
      <Box
        component="img"
        src={small.url}
        alt={t('attachment', { name: file.name })}
        loading="lazy"
        sx={{
          display: 'block',
          maxWidth: 'min(320px, 100%)',
          height: 'auto',
          borderRadius: '10px',
          aspectRatio: width === null || height === null ? undefined : `${width} / ${height}`,
        }}
      />
    </Link>
  );
}

/** Pictures and documents of a message. */
export function Attachments({ files }: { readonly files: readonly Attachment[] }): ReactNode {
  return files.map((file) =>
    file.media_type.startsWith('image/') ? (
      <Picture key={file.id} file={file} />
    ) : (
      <Link
        key={file.id}
        href={file.url}
        target="_blank"
        rel="noopener noreferrer"
        sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.5, overflowWrap: 'anywhere' }}
      >
        <InsertDriveFileOutlined fontSize="small" aria-hidden />
        {file.name}
      </Link>
    ),
  );
}
