import ArticleOutlined from '@mui/icons-material/ArticleOutlined';
import CodeOutlined from '@mui/icons-material/CodeOutlined';
import PictureAsPdfOutlined from '@mui/icons-material/PictureAsPdfOutlined';
import SchemaOutlined from '@mui/icons-material/SchemaOutlined';
import TableChartOutlined from '@mui/icons-material/TableChartOutlined';
import type { IconType } from '#platform/web';

/** What documents can be. */
export const documentKinds = [
  'docx',
  'pdf',
  'md',
  'html',
  'xlsx',
  'csv',
  'txt',
  'bsl',
  'xml',
  'configuration',
] as const;

export type DocumentKind = (typeof documentKinds)[number];

export const documentKindOf = (kind: string | null): DocumentKind | undefined =>
  documentKinds.find((each) => each === kind);

export function iconOfKind(kind: string | null): IconType {
  switch (documentKindOf(kind)) {
    case 'pdf':
      return PictureAsPdfOutlined;
    case 'xlsx':
    case 'csv':
      return TableChartOutlined;
    case 'bsl':
    case 'xml':
      return CodeOutlined;
    case 'configuration':
      return SchemaOutlined;
    default:
      return ArticleOutlined;
  }
}
