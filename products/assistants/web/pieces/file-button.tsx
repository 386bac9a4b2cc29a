import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Button } from '@mui/material';
import { type ReactNode, useRef } from 'react';

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
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant={variant}
        color={variant === 'contained' ? 'primary' : 'inherit'}
        startIcon={<UploadFileOutlined />}
        disabled={disabled}
        onClick={() => input.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file may be chosen again.
          if (file !== undefined) void onFile(file);
          currentTarget.value = '';
        }}
      />
    </>
  );
}
