import MoreVertRounded from '@mui/icons-material/MoreVertRounded';
import { IconButton, Menu, MenuItem } from '@mui/material';
import { type ReactNode, useState } from 'react';

export interface MenuEntry {
  readonly label: string;
  readonly onPick: () => void;
}

export interface ActionMenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly className?: string;
}

/** Three dots with what can be done. */
export function ActionMenu({ label, entries, className }: ActionMenuProps): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  if (entries.length === 0) return null;
  return (
    <>
      <IconButton
        size="small"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        {...(className === undefined ? {} : { className })}
      >
        <MoreVertRounded fontSize="small" />
      </IconButton>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {entries.map((entry) => (
          <MenuItem
            key={entry.label}
            onClick={() => {
              setAnchor(null);
              entry.onPick();
            }}
          >
            {entry.label}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
