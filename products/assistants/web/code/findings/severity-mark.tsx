import BlockRounded from '@mui/icons-material/BlockRounded';
import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import KeyboardDoubleArrowDownRounded from '@mui/icons-material/KeyboardDoubleArrowDownRounded';
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import type { Severity } from '../../../contract/index.ts';
import type { CodeMark } from '../../pieces/code-editor-props.ts';

interface Look {
  readonly icon: typeof InfoOutlined;
  readonly color: string;
  readonly tone: CodeMark['tone'];
}

/** A shape and a colour for each severity; its word stands beside it. */
export const severityLooks: Readonly<Record<Severity, Look>> = {
  blocker: { icon: BlockRounded, color: 'error.main', tone: 'error' },
  critical: { icon: ErrorOutlineRounded, color: 'error.main', tone: 'error' },
  major: { icon: WarningAmberRounded, color: 'warning.main', tone: 'warning' },
  minor: { icon: KeyboardDoubleArrowDownRounded, color: 'info.main', tone: 'info' },
  info: { icon: InfoOutlined, color: 'text.secondary', tone: 'info' },
};
