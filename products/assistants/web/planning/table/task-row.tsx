import MoreVertRounded from '@mui/icons-material/MoreVertRounded';
import { Box, IconButton } from '@mui/material';
import { memo, type ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Choice } from '../calendars/use-choices.ts';
import type { RowFault } from '../sheet/faults.rules.ts';
import type { TaskColumn, TaskRow } from '../sheet/sheet.ts';
import { planningTexts } from '../texts.ts';
import { Cell } from './cell.tsx';
import type { ColumnShape } from './columns.ts';

export type ColumnChoices = Readonly<Partial<Record<TaskColumn, readonly Choice[]>>>;

export interface TaskRowProps {
  readonly row: TaskRow;
  readonly place: number;
  readonly shapes: readonly ColumnShape[];
  readonly faults: readonly RowFault[] | undefined;
  /** As the schedule has it; empty while there is none. */
  readonly start: string;
  readonly finish: string;
  readonly critical: boolean;
  readonly choices: ColumnChoices;
  readonly onWrite: (place: number, column: TaskColumn, text: string) => void;
  readonly onMenu: (place: number, anchor: HTMLElement) => void;
}

const severityIn = (faults: readonly RowFault[], column: TaskColumn): 'error' | 'warning' | undefined => {
  const here = faults.filter(({ columns }) => columns.includes(column));
  return here.some(({ severity }) => severity === 'error') ? 'error' : here[0]?.severity;
};

const none: readonly RowFault[] = [];
const nothing: readonly Choice[] = [];

/** A task as a row of cells, with what is wrong with it below. */
export const TaskRowView = memo(function TaskRowView(props: TaskRowProps): ReactNode {
  const { row, place, shapes, faults = none, start, finish, critical, choices, onWrite, onMenu } = props;
  const t = useText(planningTexts);
  const name = row.name.trim() === '' ? row.id : row.name;
  const faultId = `fault-${row.key}`;
  return (
    <>
      <tr data-faulty={faults.length > 0 ? '' : undefined}>
        {shapes.map((shape) => {
          const severity = severityIn(faults, shape.column);
          const Tag = shape.column === 'name' ? 'th' : 'td';
          return (
            <Tag key={shape.column} scope={shape.column === 'name' ? 'row' : undefined}>
              <Cell
                shape={shape}
                place={place}
                value={row[shape.column]}
                label={`${t(`column.${shape.column}`)}: ${name}`}
                faultId={severity === undefined ? undefined : faultId}
                severity={severity}
                onWrite={onWrite}
                choices={choices[shape.column] ?? nothing}
              />
            </Tag>
          );
        })}
        <td className="told" data-critical={critical ? '' : undefined}>
          {start}
        </td>
        <td className="told" data-critical={critical ? '' : undefined}>
          {finish}
        </td>
        <td className="menu">
          <IconButton
            size="small"
            aria-label={t('table.row_menu', { name })}
            aria-haspopup="menu"
            onClick={({ currentTarget }) => onMenu(place, currentTarget)}
          >
            <MoreVertRounded fontSize="small" />
          </IconButton>
        </td>
      </tr>
      {faults.length === 0 ? null : (
        <tr className="faults">
          <td colSpan={shapes.length + 3}>
            <Box component="ul" id={faultId} sx={{ m: 0, p: 0, listStyle: 'none' }}>
              {faults.map(({ at, text, severity }) => (
                <Box
                  component="li"
                  key={`${at} ${text}`}
                  sx={{ color: severity === 'error' ? 'error.main' : 'warning.main' }}
                >
                  {text}
                </Box>
              ))}
            </Box>
          </td>
        </tr>
      )}
    </>
  );
});
