import { type ReactNode, useRef } from 'react';

export interface FileInputOptions {
  readonly label: string;
  /** As of an `input` of files; left out: any. */
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Never told of none. */
  readonly onFiles: (files: readonly File[]) => unknown;
}

export interface FileInput {
  /** To be put anywhere in the page; it is not seen. */
  readonly input: ReactNode;
  /** Asks the person for files. */
  open(): void;
}

/** Lets a button or a menu ask for files. */
export function useFileInput({ label, accept, multiple = false, onFiles }: FileInputOptions): FileInput {
  const element = useRef<HTMLInputElement>(null);
  return {
    open: () => element.current?.click(),
    input: (
      <input
        ref={element}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        multiple={multiple}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same file may be chosen again.
          currentTarget.value = '';
          if (files.length > 0) void onFiles(files);
        }}
      />
    ),
  };
}
