import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import ChecklistOutlined from '@mui/icons-material/ChecklistOutlined';
import CodeOutlined from '@mui/icons-material/CodeOutlined';
import EventNoteOutlined from '@mui/icons-material/EventNoteOutlined';
import FolderOutlined from '@mui/icons-material/FolderOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import LibraryBooksOutlined from '@mui/icons-material/LibraryBooksOutlined';
import ManageAccountsOutlined from '@mui/icons-material/ManageAccountsOutlined';
import QueryStatsOutlined from '@mui/icons-material/QueryStatsOutlined';
import StorageOutlined from '@mui/icons-material/StorageOutlined';
import type { IconType, Localized } from '#platform/web';

export interface Area {
  readonly path: string;
  readonly title: Localized;
  readonly icon: IconType;
}

/** The workspace: what no other area covers below `/assistants` belongs to it. */
export const home: Area = {
  path: '/assistants',
  title: { ru: 'Чат', en: 'Chat' },
  icon: ForumOutlined,
};

/** The areas in the order of their tabs; shown once a screen of theirs is there. */
export const areas: readonly Area[] = [
  home,
  { path: '/assistants/code', title: { ru: 'Код', en: 'Code' }, icon: CodeOutlined },
  { path: '/assistants/query', title: { ru: 'Запросы', en: 'Queries' }, icon: StorageOutlined },
  {
    path: '/assistants/requirements',
    title: { ru: 'Требования', en: 'Requirements' },
    icon: ChecklistOutlined,
  },
  { path: '/assistants/plans', title: { ru: 'Планы', en: 'Plans' }, icon: EventNoteOutlined },
  { path: '/assistants/diagrams', title: { ru: 'Схемы', en: 'Diagrams' }, icon: AccountTreeOutlined },
  { path: '/assistants/knowledge', title: { ru: 'Знания', en: 'Knowledge' }, icon: LibraryBooksOutlined },
  { path: '/assistants/projects', title: { ru: 'Проекты', en: 'Projects' }, icon: FolderOutlined },
  { path: '/assistants/roles', title: { ru: 'Роли', en: 'Roles' }, icon: ManageAccountsOutlined },
  { path: '/assistants/usage', title: { ru: 'Расход', en: 'Usage' }, icon: QueryStatsOutlined },
];

/** The area an address belongs to. */
export function areaOf(pathname: string): Area {
  return areas.slice(1).find(({ path }) => pathname === path || pathname.startsWith(`${path}/`)) ?? home;
}
