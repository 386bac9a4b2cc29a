import TableRowsOutlined from '@mui/icons-material/TableRowsOutlined';
import { Box, Button, Card, Typography } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import { planningTexts } from './texts.ts';

export interface FigureProps {
  readonly title: string;
  readonly help?: string;
  /** Hidden from screen readers, which get the table. */
  readonly chart: ReactNode;
  readonly table: ReactNode;
}

/** A chart with its table, which is always there for screen readers and for everybody on wish. */
export function Figure({ title, help, chart, table }: FigureProps): ReactNode {
  const t = useText(planningTexts);
  const id = useId();
  const [shown, setShown] = useState(false);
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: { xs: 1.5, sm: 2.5 }, minWidth: 0 }}>
      <Typography id={id} variant="h3" component="h2" sx={{ mb: 0.5 }}>
        {title}
      </Typography>
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
        {shown ? t('table_hide') : t('table_show')}
      </Button>
      <Box sx={shown ? { overflowX: 'auto' } : visuallyHidden}>{table}</Box>
    </Card>
  );
}
