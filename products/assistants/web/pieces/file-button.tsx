import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useFileInput } from './use-file-input.tsx';

export interface FileButtonProps {
  readonly label: string;
  /** As of an `input` of files. */
  readonly accept: string;
  readonly variant?: 'text' | 'outlined' | 'contained';
  readonly disabled?: boolean;
  readonly onFile: (file: File) => unknown;
}

/** Lets a person choose one file. */
export function FileButton({
  label,
  accept,
  variant = 'outlined',
  disabled = false,
  onFile,
}: FileButtonProps): ReactNode {
  const { input, open } = useFileInput({
    label,
    accept,
    onFiles: ([file]) => (file === undefined ? undefined : onFile(file)),
  });
  return (
    <>
      <Button
        variant={variant}
        color={variant === 'contained' ? 'primary' : 'inherit'}
        startIcon={<UploadFileOutlined />}
        disabled={disabled}
        onClick={open}
      >
        {label}
      </Button>
      {input}
    </>
  );
}
