import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import { planningTexts } from '../texts.ts';
import type { ColumnShape } from './columns.ts';

/** The columns of the table of tasks: first those that are written, then what is computed. */
export function TableHead({ shapes }: { readonly shapes: readonly ColumnShape[] }): ReactNode {
  const t = useText(planningTexts);
  return (
    <>
      <colgroup>
        {shapes.map(({ column, width: wide }) => (
          <col key={column} style={{ width: wide }} />
        ))}
        <col style={{ width: 128 }} />
        <col style={{ width: 128 }} />
        <col style={{ width: 48 }} />
      </colgroup>
      <thead>
        <tr>
          {shapes.map(({ column, kind }) => (
            <Box
              component="th"
              scope="col"
              key={column}
              sx={kind === 'number' ? { textAlign: 'right !important' } : {}}
            >
              {t(`column.${column}`)}
            </Box>
          ))}
          <th scope="col">{t('gantt.head.start')}</th>
          <th scope="col">{t('gantt.head.finish')}</th>
          <th scope="col">
            <Box component="span" sx={visuallyHidden}>
              {t('table.actions')}
            </Box>
          </th>
        </tr>
      </thead>
    </>
  );
}
