import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Button, Menu, MenuItem } from '@mui/material';
import { type ReactNode, useState } from 'react';

export interface DownloadChoice {
  /** In the menu; no two are alike. */
  readonly name: string;
  readonly onChoose: () => unknown;
}

export interface DownloadMenuProps {
  readonly label: string;
  readonly choices: readonly DownloadChoice[];
}

/** Gives the same thing as a file of one kind or another. */
export function DownloadMenu({ label, choices }: DownloadMenuProps): ReactNode {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        color="inherit"
        variant="outlined"
        startIcon={<DownloadOutlined />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {label}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {choices.map(({ name, onChoose }) => (
          <MenuItem
            key={name}
            onClick={() => {
              setAnchor(null);
              void onChoose();
            }}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
