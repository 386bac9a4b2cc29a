import DeleteForeverOutlined from '@mui/icons-material/DeleteForeverOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import HubOutlined from '@mui/icons-material/HubOutlined';
import RestoreRounded from '@mui/icons-material/RestoreRounded';
import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import { Box, Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { ConfirmDialog, useText } from '#platform/web';
import type { MemoryNode } from '../../contract/index.ts';
import { graphPath } from '../paths.ts';
import { useRefusals } from '../refusals.ts';
import { memoryTexts } from '../texts.ts';
import { EditDialog } from './edit-dialog.tsx';
import { PurgeDialog } from './purge-dialog.tsx';
import { useNodeChanges } from './use-node-changes.ts';

export interface NodeActionsProps {
  readonly node: MemoryNode;
  /** It is gone for good. */
  readonly onGone: () => void;
}

/** What can be done with a memory. */
export function NodeActions({ node, onGone }: NodeActionsProps): ReactNode {
  const t = useText(memoryTexts);
  const refusals = useRefusals();
  const changes = useNodeChanges();
  const [dialog, setDialog] = useState<'edit' | 'forget' | 'purge' | null>(null);
  const close = (): void => setDialog(null);
  const forgotten = node.deleted_at !== null;
  const plain = { size: 'small', variant: 'outlined', color: 'inherit' } as const;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {forgotten ? (
        <Button
          size="small"
          variant="contained"
          startIcon={<RestoreRounded />}
          loading={changes.isRestoring}
          onClick={() => changes.restore(node.id)}
        >
          {t('node.restore')}
        </Button>
      ) : (
        <>
          <Button {...plain} startIcon={<EditOutlined />} onClick={() => setDialog('edit')}>
            {t('node.edit')}
          </Button>
          <Button {...plain} component={Link} to={graphPath(node.id)} startIcon={<HubOutlined />}>
            {t('node.in_graph')}
          </Button>
          <Button {...plain} startIcon={<VisibilityOffOutlined />} onClick={() => setDialog('forget')}>
            {t('node.forget')}
          </Button>
        </>
      )}
      <Button
        {...plain}
        color="error"
        startIcon={<DeleteForeverOutlined />}
        onClick={() => setDialog('purge')}
      >
        {t('node.purge')}
      </Button>
      {dialog === 'edit' ? <EditDialog node={node} onClose={close} /> : null}
      <ConfirmDialog
        open={dialog === 'forget'}
        title={t('node.forget_title')}
        confirmLabel={t('node.forget')}
        refusals={refusals}
        onClose={close}
        onConfirm={() => changes.forget(node.id)}
      >
        {t('node.forget_text')}
      </ConfirmDialog>
      {dialog === 'purge' ? (
        <PurgeDialog
          onClose={close}
          onPurge={async () => {
            await changes.purge(node.id);
            onGone();
          }}
        />
      ) : null}
    </Box>
  );
}
