import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Button, Menu, MenuItem } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useText } from '#platform/web';
import { saveFile } from '../../pieces/save-file.ts';
import { diagramsTexts } from '../texts.ts';
import type { NotationText } from './notations.rules.ts';

export interface DownloadMenuProps {
  readonly texts: readonly NotationText[];
  /** Of the file, without extension. */
  readonly name: string;
}

/** The texts of a diagram as files; the picture is kept by the tools of its frame. */
export function DownloadMenu({ texts, name }: DownloadMenuProps): ReactNode {
  const t = useText(diagramsTexts);
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
        {t('result.download')}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {texts.map(({ name: notation, text, type, extension }) => (
          <MenuItem
            key={notation}
            onClick={() => {
              setAnchor(null);
              saveFile(new Blob([text], { type }), `${name}.${extension}`);
            }}
          >
            {t(`result.${notation}_file`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}
