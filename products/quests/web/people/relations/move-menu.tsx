import MoreHorizOutlined from '@mui/icons-material/MoreHorizOutlined';
import { IconButton, Menu, MenuItem } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useText } from '#platform/web';
import { peopleTexts } from '../texts.ts';
import type { Move } from './relation.rules.ts';

export interface MoveMenuProps {
  readonly name: string;
  readonly moves: readonly Move[];
  readonly onChoose: (move: Move) => void;
}

/** Moves of weight, one step away. */
export function MoveMenu({ name, moves, onChoose }: MoveMenuProps): ReactNode {
  const t = useText(peopleTexts);
  const id = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const open = anchor !== null;
  return (
    <>
      <IconButton
        aria-label={t('relation.more', { name })}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        <MoreHorizOutlined fontSize="small" />
      </IconButton>
      <Menu id={id} anchorEl={anchor} open={open} onClose={() => setAnchor(null)}>
        {moves.map((move) => (
          <MenuItem
            key={move}
            sx={move === 'block' ? { color: 'error.main' } : {}}
            onClick={() => {
              setAnchor(null);
              onChoose(move);
            }}
          >
            {t(`relation.${move}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
