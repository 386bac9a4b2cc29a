import TableRowsOutlined from '@mui/icons-material/TableRowsOutlined';
import { Box, Button, Card, Typography } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import { piecesTexts } from './texts.ts';

export interface FigureCardProps {
  readonly title: string;
  readonly help?: string | undefined;
  /** Controls beside the title. */
  readonly actions?: ReactNode;
  /** Hidden from screen readers, which get the table. */
  readonly chart: ReactNode;
  readonly table: ReactNode;
}

/** A chart with its table, which is always there for screen readers and for everybody on request. */
export function FigureCard({ title, help, actions, chart, table }: FigureCardProps): ReactNode {
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
        {table}
      </Box>
    </Card>
  );
}
