import { Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { FigureCard, type FigureCardProps } from './figure-card.tsx';

export interface ChartFigureProps extends Omit<FigureCardProps, 'table'> {
  readonly head: readonly string[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A chart with its figures as rows. */
export function ChartFigure({ head, rows, ...props }: ChartFigureProps): ReactNode {
  return (
    <FigureCard
      {...props}
      table={
        <Table size="small" stickyHeader aria-label={props.title}>
          <TableHead>
            <TableRow>
              {head.map((text, at) => (
                <TableCell key={text} align={at === 0 ? 'left' : 'right'} sx={{ whiteSpace: 'nowrap' }}>
                  {text}
                </TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map(({ key, cells: [first, ...rest] }) => (
              <TableRow key={key}>
                <TableCell component="th" scope="row" sx={{ whiteSpace: 'nowrap' }}>
                  {first}
                </TableCell>
                {rest.map((cell, at) => (
                  <TableCell
                    key={head[at + 1] ?? at}
                    align="right"
                    sx={{ fontVariantNumeric: 'tabular-nums' }}
                  >
                    {cell}
                  </TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      }
    />
  );
}
