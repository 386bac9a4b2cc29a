import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { DownloadMenu } from '../../pieces/download-menu.tsx';
import { saveFile } from '../../pieces/save-file.ts';
import { diagramsTexts } from '../texts.ts';
import type { NotationText } from './notations.rules.ts';

export interface NotationMenuProps {
  readonly texts: readonly NotationText[];
  /** Of the file, without extension. */
  readonly name: string;
}

/** The texts of a diagram as files; the picture is kept by the tools of its frame. */
export function NotationMenu({ texts, name }: NotationMenuProps): ReactNode {
  const t = useText(diagramsTexts);
  const choices = texts.map(({ name: notation, text, type, extension }) => ({
    name: t(`result.${notation}_file`),
    onChoose: () => saveFile(new Blob([text], { type }), `${name}.${extension}`),
  }));
  return <DownloadMenu label={t('result.download')} choices={choices} />;
}
