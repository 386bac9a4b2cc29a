import ArchitectureOutlined from '@mui/icons-material/ArchitectureOutlined';
import BugReportOutlined from '@mui/icons-material/BugReportOutlined';
import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import SmartToyOutlined from '@mui/icons-material/SmartToyOutlined';
import TerminalOutlined from '@mui/icons-material/TerminalOutlined';
import ViewTimelineOutlined from '@mui/icons-material/ViewTimelineOutlined';
import type { IconType } from '#platform/web';

const icons: ReadonlyMap<string, IconType> = new Map<string, IconType>([
  ['architect', ArchitectureOutlined],
  ['developer', TerminalOutlined],
  ['tester', BugReportOutlined],
  ['project-manager', ViewTimelineOutlined],
  ['business-analyst', InsightsOutlined],
]);

/** The sign of an assistant: each built-in one has its own, a company's own share one. */
export function roleIcon(role: string): IconType {
  return icons.get(role) ?? SmartToyOutlined;
}
