import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import type { ArtifactTable } from './artifact.rules.ts';

const isNumber = (text: string): boolean => /^-?\d+(?:[.,]\d+)?%?$/.test(text);

/** A table of an answer; the heading stays while rows scroll. */
export function TableView({
  table,
  label,
}: {
  readonly table: ArtifactTable;
  readonly label: string;
}): ReactNode {
  const { columns, rows } = table;
  return (
    <Box
      tabIndex={0}
      role="group"
      aria-label={label}
      sx={{ overflow: 'auto', maxHeight: '70vh', border: 1, borderColor: 'divider', borderRadius: '12px' }}
    >
      <Box
        component="table"
        sx={{
          width: '100%',
          borderCollapse: 'collapse',
          fontSize: '0.875rem',
          '& th, & td': { px: 1.5, py: 0.875, textAlign: 'start', verticalAlign: 'top' },
          '& th': {
            position: 'sticky',
            top: 0,
            bgcolor: 'background.paper',
            fontWeight: 600,
            boxShadow: 'inset 0 -1px 0 var(--mui-palette-divider)',
          },
          '& tbody tr + tr td': { borderTop: 1, borderColor: 'divider' },
        }}
      >
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const key = `${index}:${row.join('|')}`;
            return (
              <tr key={key}>
                {columns.map((column, at) => (
                  <Box
                    key={column}
                    component="td"
                    sx={
                      isNumber(row[at] ?? '')
                        ? { fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }
                        : { overflowWrap: 'anywhere', minWidth: '6ch' }
                    }
                  >
                    {row[at] ?? ''}
                  </Box>
                ))}
              </tr>
            );
          })}
        </tbody>
      </Box>
    </Box>
  );
}
