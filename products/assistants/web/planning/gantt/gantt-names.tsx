import { Box, ButtonBase } from '@mui/material';
import type { ReactNode } from 'react';
import { type ChartLine, rowHeight } from './chart.rules.ts';

export interface GanttNamesProps {
  readonly lines: readonly ChartLine[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

const row = {
  height: rowHeight,
  px: 1.25,
  display: 'flex',
  alignItems: 'center',
  width: '100%',
  borderBottom: 1,
  borderColor: 'divider',
  fontSize: '0.8125rem',
} as const;
const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 } as const;

/** The names beside the bars; they say nothing the bars do not, so that keys and screen readers meet each task once. */
export function GanttNames({ lines, chosen, onChoose }: GanttNamesProps): ReactNode {
  return (
    <Box
      aria-hidden
      sx={{
        position: 'sticky',
        left: 0,
        zIndex: 1,
        bgcolor: 'background.paper',
        borderRight: 1,
        borderColor: 'divider',
        minWidth: 0,
      }}
    >
      {lines.map((line) =>
        line.kind === 'phase' ? (
          <Box key={line.key} sx={{ ...row, fontWeight: 640 }} title={line.name}>
            <Box component="span" sx={cut}>
              {line.name}
            </Box>
          </Box>
        ) : (
          <ButtonBase
            key={line.key}
            tabIndex={-1}
            title={line.name}
            onClick={() => onChoose(line.row.id)}
            sx={{
              ...row,
              fontFamily: 'inherit',
              justifyContent: 'flex-start',
              pl: line.row.group === null ? 1.25 : 2.25,
              bgcolor: line.row.id === chosen ? 'action.selected' : 'transparent',
              color: line.row.critical ? 'secondary.main' : 'text.primary',
              fontWeight: line.row.critical ? 600 : 450,
            }}
          >
            <Box component="span" sx={cut}>
              {line.name}
            </Box>
          </ButtonBase>
        ),
      )}
    </Box>
  );
}
