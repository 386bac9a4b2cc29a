import { Button } from '@mui/material';
import { type ChangeEvent, type ReactNode, useRef } from 'react';

interface ChooseButtonProps {
  readonly label: string;
  readonly accept: readonly string[];
  readonly multiple: boolean;
  readonly disabled: boolean;
  /** Opens the camera of a phone at once: the outer or the inner one. */
  readonly capture?: 'environment' | 'user' | undefined;
  readonly icon: ReactNode;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A button that opens the system's own chooser; it takes the keyboard, the hidden field does not. */
export function ChooseButton(props: ChooseButtonProps): ReactNode {
  const { label, accept, multiple, disabled, capture, icon, onFiles } = props;
  const field = useRef<HTMLInputElement>(null);
  const change = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    onFiles([...(target.files ?? [])]);
    // The same file may be chosen again after a failure.
    target.value = '';
  };
  return (
    <>
      <Button variant="outlined" startIcon={icon} disabled={disabled} onClick={() => field.current?.click()}>
        {label}
      </Button>
      <input
        ref={field}
        type="file"
        hidden
        tabIndex={-1}
        aria-label={label}
        accept={accept.join(',')}
        multiple={multiple}
        disabled={disabled}
        {...(capture === undefined ? {} : { capture })}
        onChange={change}
      />
    </>
  );
}
