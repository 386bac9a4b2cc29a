import TableRowsOutlined from '@mui/icons-material/TableRowsOutlined';
import { Box, Button, Card, Collapse, Typography } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import { analyticsTexts } from '../texts.ts';

export interface FigureProps {
  readonly title: string;
  readonly help?: string;
  /** Controls beside the title. */
  readonly actions?: ReactNode;
  /** Hidden from screen readers, which get the table. */
  readonly chart?: ReactNode;
  readonly table: ReactNode;
}

/** A chart with its table: the table is always there for screen readers, and for everybody on request. */
export function Figure({ title, help, actions, chart, table }: FigureProps): ReactNode {
  const t = useText(analyticsTexts);
  const id = useId();
  const [shown, setShown] = useState(false);
  const visible = chart === undefined || shown;
  return (
    <Card component="section" aria-labelledby={id} sx={{ p: { xs: 2, sm: 2.5 }, minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', mb: 1 }}>
        <Typography id={id} variant="h3" component="h2" sx={{ flexGrow: 1 }}>
          {title}
        </Typography>
        {actions}
      </Box>
      {help === undefined ? null : (
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5, maxWidth: '68ch' }}>
          {help}
        </Typography>
      )}
      {chart === undefined ? null : (
        <>
          <Box aria-hidden sx={{ minWidth: 0, overflow: 'hidden' }}>
            {chart}
          </Box>
          <Box component="p" sx={visuallyHidden}>
            {t('chart', { title })}
          </Box>
          <Button
            size="small"
            color="inherit"
            startIcon={<TableRowsOutlined fontSize="small" />}
            aria-expanded={shown}
            onClick={() => setShown(!shown)}
          >
            {shown ? t('table.hide') : t('table.show')}
          </Button>
        </>
      )}
      {visible ? (
        <Collapse in>
          <Box
            role="group"
            aria-labelledby={id}
            // Wide tables are scrolled with the keyboard, too.
            tabIndex={0}
            sx={{ overflowX: 'auto' }}
          >
            {table}
          </Box>
        </Collapse>
      ) : (
        <Box sx={visuallyHidden}>{table}</Box>
      )}
    </Card>
  );
}
