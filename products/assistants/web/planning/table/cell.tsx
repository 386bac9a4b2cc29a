import { type ReactNode, useEffect, useState } from 'react';
import type { Choice } from '../calendars/use-choices.ts';
import type { TaskColumn } from '../sheet/sheet.ts';
import type { ColumnShape } from './columns.ts';

export interface CellProps {
  readonly shape: ColumnShape;
  readonly place: number;
  readonly value: string;
  readonly label: string;
  /** The id of the words about what is wrong here. */
  readonly faultId: string | undefined;
  readonly severity: 'error' | 'warning' | undefined;
  readonly onWrite: (place: number, column: TaskColumn, text: string) => void;
  /** Of a column where one chooses. */
  readonly choices: readonly Choice[];
}

const limits: Readonly<Record<ColumnShape['kind'], number>> = {
  text: 500,
  number: 20,
  date: 30,
  choice: 100,
};
const day = /^\d{4}-\d{2}-\d{2}$/;

/** One cell of the table of tasks. */
export function Cell(props: CellProps): ReactNode {
  const { shape, place, value, label, faultId, severity, onWrite, choices } = props;
  const { column, kind, late = false } = shape;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const marks = {
    'aria-label': label,
    'aria-invalid': severity === 'error' ? true : undefined,
    'aria-describedby': faultId,
    'data-place': place,
    'data-column': column,
    'data-warned': severity === 'warning' ? '' : undefined,
  };
  if (kind === 'choice') {
    return (
      <select {...marks} value={value} onChange={({ target }) => onWrite(place, column, target.value)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
        {choices.some((choice) => choice.value === value) ? null : <option value={value}>{value}</option>}
      </select>
    );
  }
  return (
    <input
      {...marks}
      // A time of day in a file is kept: a field of dates could not show it.
      type={kind === 'date' && (value === '' || day.test(value)) ? 'date' : 'text'}
      inputMode={kind === 'number' ? 'decimal' : undefined}
      value={late ? typed : value}
      maxLength={limits[kind]}
      spellCheck={column === 'name'}
      autoComplete="off"
      onChange={({ target }) => {
        if (late) setTyped(target.value);
        else onWrite(place, column, target.value);
      }}
      onBlur={() => {
        if (late && typed !== value) onWrite(place, column, typed);
      }}
      style={kind === 'number' ? { textAlign: 'right' } : undefined}
    />
  );
}
