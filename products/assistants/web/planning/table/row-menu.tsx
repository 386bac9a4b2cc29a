import { Divider, ListItemText, Menu, MenuItem, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { planningTexts } from '../texts.ts';

export type RowAction = 'add' | 'up' | 'down' | 'remove';

export interface RowMenuProps {
  readonly anchor: HTMLElement | null;
  readonly onClose: () => void;
  readonly onAct: (action: RowAction) => void;
}

/** What can be done with a row. */
export function RowMenu({ anchor, onClose, onAct }: RowMenuProps): ReactNode {
  const t = useText(planningTexts);
  const item = (action: RowAction, keys: string): ReactNode => (
    <MenuItem
      onClick={() => {
        onClose();
        onAct(action);
      }}
    >
      <ListItemText>{t(`table.${action}`)}</ListItemText>
      <Typography variant="caption" sx={{ color: 'text.secondary', ml: 3 }}>
        {keys}
      </Typography>
    </MenuItem>
  );
  return (
    <Menu open={anchor !== null} anchorEl={anchor} onClose={onClose}>
      {item('add', 'Ctrl+Enter')}
      {item('up', 'Alt+↑')}
      {item('down', 'Alt+↓')}
      <Divider />
      {item('remove', 'Ctrl+Delete')}
    </Menu>
  );
}
