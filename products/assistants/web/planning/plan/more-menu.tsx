import MoreVertRounded from '@mui/icons-material/MoreVertRounded';
import { IconButton, Menu, MenuItem } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog, useNotice, useSend, useText } from '#platform/web';
import { deletePlan, listPlans } from '../../../contract/index.ts';
import { usePlanRefusals } from '../refusals.ts';
import { planningTexts } from '../texts.ts';

export interface MoreMenuProps {
  readonly id: string;
  readonly name: string;
  readonly onCopy?: () => void;
  readonly onGone: () => void;
}

/** What is seldom done with a saved plan. */
export function MoreMenu({ id, name, onCopy, onGone }: MoreMenuProps): ReactNode {
  const t = useText(planningTexts);
  const notice = useNotice();
  const refusals = usePlanRefusals();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [asked, setAsked] = useState(false);
  const send = useSend(deletePlan, {
    invalidates: [listPlans],
    onSuccess: () => {
      notice.success(t('remove.done'));
      onGone();
    },
  });
  return (
    <>
      <IconButton
        aria-label={t('more_of', { name })}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        <MoreVertRounded />
      </IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {onCopy === undefined ? null : (
          <MenuItem
            onClick={() => {
              setAnchor(null);
              onCopy();
            }}
          >
            {t('copy')}
          </MenuItem>
        )}
        <MenuItem
          sx={{ color: 'error.main' }}
          onClick={() => {
            setAnchor(null);
            setAsked(true);
          }}
        >
          {t('remove.open')}
        </MenuItem>
      </Menu>
      <ConfirmDialog
        open={asked}
        title={t('remove.title')}
        confirmLabel={t('remove.confirm')}
        destructive
        refusals={refusals}
        onClose={() => setAsked(false)}
        onConfirm={() => send.mutateAsync({ params: { id } })}
      >
        {t('remove.text', { name })}
      </ConfirmDialog>
    </>
  );
}
