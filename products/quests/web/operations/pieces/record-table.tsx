import { Card, Table, TableBody, TableCell, TableContainer, TableHead, TableRow } from '@mui/material';
import type { ReactNode } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import { operationsTexts } from '../texts.ts';
import type { RecordViewProps } from './record.ts';

/** Records as the rows of a table. */
export function RecordTable<Item>(props: RecordViewProps<Item>): ReactNode {
  const { items, keyOf, label, heading, columns, actions } = props;
  const t = useText(operationsTexts);
  return (
    <TableContainer component={Card} tabIndex={0} aria-label={label}>
      <Table aria-label={label}>
        <TableHead>
          <TableRow>
            {[heading, ...columns].map(({ key, label: name, numeric = false }) => (
              <TableCell key={key} align={numeric ? 'right' : 'left'}>
                {name}
              </TableCell>
            ))}
            {actions === undefined ? null : (
              <TableCell>
                <span style={visuallyHidden}>{t('actions')}</span>
              </TableCell>
            )}
          </TableRow>
        </TableHead>
        <TableBody>
          {items.map((item) => (
            <TableRow key={keyOf(item)} hover sx={{ '&:last-child > *': { border: 0 } }}>
              <TableCell component="th" scope="row" sx={{ fontWeight: 560, overflowWrap: 'break-word' }}>
                {heading.cell(item)}
              </TableCell>
              {columns.map(({ key, cell, numeric = false }) => (
                <TableCell key={key} align={numeric ? 'right' : 'left'}>
                  {cell(item)}
                </TableCell>
              ))}
              {actions === undefined ? null : (
                <TableCell align="right" sx={{ whiteSpace: 'nowrap' }}>
                  {actions(item)}
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
