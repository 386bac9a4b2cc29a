import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog, type RefusalTexts } from '#platform/web';

export interface DeleteButtonProps {
  readonly label: string;
  /** The question, and what will be gone. */
  readonly title: string;
  readonly children: ReactNode;
  readonly confirmLabel: string;
  readonly icon?: ReactNode;
  readonly refusals: RefusalTexts;
  /** The question stays open with the fault when this rejects. */
  readonly onDelete: () => Promise<unknown>;
}

/** Deletes something once the person has confirmed. */
export function DeleteButton(props: DeleteButtonProps): ReactNode {
  const { label, title, children, confirmLabel, icon, refusals, onDelete } = props;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button variant="outlined" color="error" startIcon={icon} onClick={() => setIsAsking(true)}>
        {label}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={title}
        confirmLabel={confirmLabel}
        destructive
        refusals={refusals}
        onClose={() => setIsAsking(false)}
        onConfirm={onDelete}
      >
        {children}
      </ConfirmDialog>
    </>
  );
}
