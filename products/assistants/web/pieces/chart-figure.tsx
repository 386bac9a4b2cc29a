import TableRowsOutlined from '@mui/icons-material/TableRowsOutlined';
import {
  Box,
  Button,
  Card,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  Typography,
} from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import { piecesTexts } from './texts.ts';

export interface ChartFigureProps {
  readonly title: string;
  readonly help?: string;
  /** Controls beside the title. */
  readonly actions?: ReactNode;
  /** Hidden from screen readers, which get the table. */
  readonly chart: ReactNode;
  readonly head: readonly string[];
  /** The first cell of a row is its heading. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** A chart with its figures: as a table always for screen readers, on request for everybody. */
export function ChartFigure(props: ChartFigureProps): ReactNode {
  const { title, help, actions, chart, head, rows } = props;
  const t = useText(piecesTexts);
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: { xs: 2, sm: 2.5 }, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1 }}>
        <Typography id={id} variant="h3" component="h2" sx={{ flexGrow: 1 }}>
          {title}
        </Typography>
        {actions}
      </Box>
      {help === undefined ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1, maxWidth: '68ch' }}>
          {help}
        </Typography>
      )}
      <Box aria-hidden sx={{ minWidth: 0, overflow: 'hidden' }}>
        {chart}
      </Box>
      <Button
        size="small"
        color="inherit"
        startIcon={<TableRowsOutlined fontSize="small" />}
        aria-expanded={shown}
        onClick={() => setShown(!shown)}
      >
        {shown ? t('chart.hide') : t('chart.show')}
      </Button>
      <Box
        role="group"
        aria-labelledby={id}
        // Long and wide tables are scrolled with the keyboard, too.
        {...(shown ? { tabIndex: 0 } : {})}
        sx={shown ? { overflow: 'auto', maxHeight: 420 } : visuallyHidden}
      >
        <Table size="small" stickyHeader aria-labelledby={id}>
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
      </Box>
    </Card>
  );
}
