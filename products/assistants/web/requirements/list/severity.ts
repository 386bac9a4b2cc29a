import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import type { Requirement } from '../../../contract/index.ts';

export type Severity = Requirement['findings'][number]['severity'];

/** A shape and a colour for each severity; its word stands beside it. */
export const severityLooks: Readonly<
  Record<Severity, { readonly icon: typeof InfoOutlined; readonly color: string }>
> = {
  major: { icon: ErrorOutlineRounded, color: 'error.main' },
  minor: { icon: WarningAmberRounded, color: 'warning.main' },
  info: { icon: InfoOutlined, color: 'info.main' },
};

const ranks: Readonly<Record<Severity, number>> = { major: 0, minor: 1, info: 2 };

/** The gravest of some; undefined of none. */
export const gravest = (severities: readonly Severity[]): Severity | undefined =>
  severities.toSorted((one, other) => ranks[one] - ranks[other])[0];
