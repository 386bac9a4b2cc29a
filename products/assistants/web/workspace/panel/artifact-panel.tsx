import DownloadRounded from '@mui/icons-material/DownloadRounded';
import { Box, IconButton, MenuItem, TextField, Tooltip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { CopyButton, useText } from '#platform/web';
import type { ChatArtifact } from '../../../contract/index.ts';
import { saveFile } from '../../pieces/save-file.ts';
import { fileOf } from '../artifacts/artifact.rules.ts';
import { ArtifactView } from '../artifacts/artifact-view.tsx';
import { workspaceTexts } from '../texts.ts';

export interface ArtifactPanelProps {
  readonly artifacts: readonly ChatArtifact[];
  readonly index: number;
  readonly onChoose: (index: number) => void;
}

/** An artifact with the others of its answer to choose from. */
export function ArtifactPanel({ artifacts, index, onChoose }: ArtifactPanelProps): ReactNode {
  const t = useText(workspaceTexts);
  const artifact = artifacts[index] ?? artifacts[0];
  if (artifact === undefined) return null;
  const file = fileOf(artifact);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, alignContent: 'start', minWidth: 0 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, minWidth: 0 }}>
        {artifacts.length > 1 ? (
          <TextField
            select
            size="small"
            value={index}
            onChange={({ target }) => onChoose(Number(target.value))}
            slotProps={{ htmlInput: { 'aria-label': t('artifact.list') } }}
            sx={{ flex: 1, minWidth: 0 }}
          >
            {artifacts.map(({ title, kind }, at) => {
              const key = `${at}:${title}`;
              return (
                <MenuItem key={key} value={at}>
                  {title} · {t(`artifact.kind.${kind}`)}
                </MenuItem>
              );
            })}
          </TextField>
        ) : (
          <Typography variant="body2" sx={{ flex: 1, fontWeight: 600, minWidth: 0 }}>
            {artifact.title}
          </Typography>
        )}
        <CopyButton text={artifact.content} label={t('artifact.copy')} />
        <Tooltip title={t('artifact.download')}>
          <IconButton
            size="small"
            aria-label={t('artifact.download')}
            onClick={() =>
              saveFile(new Blob([file.content], { type: 'text/plain;charset=utf-8' }), file.name)
            }
          >
            <DownloadRounded fontSize="small" />
          </IconButton>
        </Tooltip>
      </Box>
      <ArtifactView key={`${index}:${artifact.content.length}`} artifact={artifact} />
    </Box>
  );
}
