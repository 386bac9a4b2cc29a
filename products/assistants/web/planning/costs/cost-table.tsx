import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';

export interface CostTableProps {
  readonly label: string;
  readonly head: readonly string[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly {
    readonly key: string;
    readonly cells: readonly ReactNode[];
    /** What is wrong in the row, and the id its fields name. */
    readonly faults: readonly string[];
    readonly faultId: string;
  }[];
}

/** Figures and fields in rows; what is wrong stands below its row. */
export function CostTable({ label, head, rows }: CostTableProps): ReactNode {
  return (
    <Box
      role="group"
      aria-label={label}
      // Wide tables are scrolled with the keyboard, too.
      tabIndex={0}
      sx={{ overflowX: 'auto' }}
    >
      <Box
        component="table"
        aria-label={label}
        sx={{
          width: '100%',
          borderCollapse: 'collapse',
          fontSize: '0.9375rem',
          '& th, & td': { px: 1, py: 0.5, textAlign: 'right', borderTop: 1, borderColor: 'divider' },
          '& td': { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
          '& thead th': {
            borderTop: 0,
            fontSize: '0.8125rem',
            fontWeight: 600,
            color: 'text.secondary',
            lineHeight: 1.25,
            verticalAlign: 'bottom',
          },
          '& th:first-of-type': { textAlign: 'left', pl: 0 },
          '& tbody th': { fontWeight: 500, minWidth: { xs: 104, sm: 130 }, overflowWrap: 'anywhere' },
        }}
      >
        <thead>
          <tr>
            {head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...rest], faults, faultId }) => (
            <tr key={key}>
              <th scope="row">
                {first}
                {faults.length === 0 ? null : (
                  <Typography id={faultId} variant="body2" sx={{ color: 'error.main' }}>
                    {faults.join(' ')}
                  </Typography>
                )}
              </th>
              {rest.map((cell, at) => (
                <td key={head[at + 1] ?? at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
    </Box>
  );
}
