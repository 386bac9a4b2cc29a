import { Box } from '@mui/material';
import type { ReactNode } from 'react';

export interface PlainTableProps {
  /** Names the table for screen readers. */
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A small table of words; wide ones scroll inside their frame. */
export function PlainTable({ label, head, rows }: PlainTableProps): ReactNode {
  return (
    <Box
      role="region"
      aria-label={label}
      tabIndex={0}
      sx={{
        overflowX: 'auto',
        border: 1,
        borderColor: 'divider',
        borderRadius: '12px',
        bgcolor: 'background.paper',
        '& table': { borderCollapse: 'collapse', width: '100%', typography: 'body2' },
        '& th, & td': { px: 1.5, py: 0.85, textAlign: 'start', verticalAlign: 'top' },
        '& th': { bgcolor: 'action.hover', fontWeight: 600, color: 'text.secondary', whiteSpace: 'nowrap' },
        '& td': { borderTop: 1, borderColor: 'divider', overflowWrap: 'anywhere', minWidth: 110 },
      }}
    >
      <table>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, column) => {
                const place = `${key}:${column}`;
                return <td key={place}>{cell}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}
