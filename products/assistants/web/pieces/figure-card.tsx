import TableRowsOutlined from '@mui/icons-material/TableRowsOutlined';
import { Box, Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import { SectionCard, type SectionCardProps } from './section-card.tsx';
import { piecesTexts } from './texts.ts';

export interface FigureCardProps extends Omit<SectionCardProps, 'children'> {
  /** Hidden from screen readers, which get the table. */
  readonly chart: ReactNode;
  readonly table: ReactNode;
}

/** A chart with its table, which is always there for screen readers and for everybody on request. */
export function FigureCard({ title, help, actions, chart, table }: FigureCardProps): ReactNode {
  const t = useText(piecesTexts);
  const [shown, setShown] = useState(false);
  return (
    <SectionCard title={title} help={help} actions={actions}>
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
        aria-label={title}
        // Long and wide tables are scrolled with the keyboard, too.
        {...(shown ? { tabIndex: 0 } : {})}
        sx={shown ? { overflow: 'auto', maxHeight: 420 } : visuallyHidden}
      >
        {table}
      </Box>
    </SectionCard>
  );
}
