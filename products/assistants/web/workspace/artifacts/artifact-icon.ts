import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import CodeOutlined from '@mui/icons-material/CodeOutlined';
import DataObjectOutlined from '@mui/icons-material/DataObjectOutlined';
import DifferenceOutlined from '@mui/icons-material/DifferenceOutlined';
import ListAltOutlined from '@mui/icons-material/ListAltOutlined';
import TableChartOutlined from '@mui/icons-material/TableChartOutlined';
import ViewTimelineOutlined from '@mui/icons-material/ViewTimelineOutlined';
import type { IconType } from '#platform/web';
import type { ChatArtifact } from '../../../contract/index.ts';

/** The sign of each kind of artifact. */
export const artifactIcons: Readonly<Record<ChatArtifact['kind'], IconType>> = {
  bsl: CodeOutlined,
  query: CodeOutlined,
  mermaid: AccountTreeOutlined,
  plantuml: AccountTreeOutlined,
  bpmn: AccountTreeOutlined,
  gherkin: ListAltOutlined,
  table: TableChartOutlined,
  gantt: ViewTimelineOutlined,
  diff: DifferenceOutlined,
  json: DataObjectOutlined,
};
