import ForumOutlined from '@mui/icons-material/ForumOutlined';
import { Box, Button, Tab, Tabs } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { LoadingState, Page, useCall, useLocalized, useText } from '#platform/web';
import { getAssistant } from '../../contract/index.ts';
import { BackLink } from '../pieces/back-link.tsx';
import { DeleteRole } from './delete-role.tsx';
import { RoleEditor } from './editor/role-editor.tsx';
import { RoleHistory } from './history/role-history.tsx';
import { rolesPath } from './paths.ts';
import { useRoleRefusals } from './refusals.ts';
import { rolesTexts } from './texts.ts';
import { useMayManage } from './use-may-manage.ts';

function Role({ role }: { readonly role: string }): ReactNode {
  const t = useText(rolesTexts);
  const localized = useLocalized();
  const navigate = useNavigate();
  const refusals = useRoleRefusals();
  const mayManage = useMayManage();
  const [tab, setTab] = useState<'editor' | 'history'>('editor');
  const { data, error, refetch } = useCall(getAssistant, { params: { role } });
  if (data === undefined) {
    return <LoadingState error={error} onRetry={refetch} refusals={refusals} rows={4} height={96} />;
  }
  return (
    <Page
      title={localized(data.title)}
      help={data.version === 0 ? t('came_help') : t('version_help', { version: data.version })}
      actions={
        <>
          <Button
            variant="outlined"
            color="inherit"
            startIcon={<ForumOutlined fontSize="small" />}
            component={Link}
            to={`/assistants/${role}`}
          >
            {t('talk')}
          </Button>
          {mayManage && (!data.built_in || data.version > 0) ? (
            <DeleteRole assistant={data} onGone={() => void navigate(rolesPath)} />
          ) : null}
        </>
      }
    >
      <Tabs
        value={tab}
        onChange={(_event, next: 'editor' | 'history') => setTab(next)}
        aria-label={localized(data.title)}
        sx={{ mb: 2.5, borderBottom: 1, borderColor: 'divider' }}
      >
        <Tab value="editor" label={t('tab.editor')} />
        <Tab value="history" label={t('tab.history')} />
      </Tabs>
      {tab === 'editor' ? (
        <RoleEditor key={role} assistant={data} mayManage={mayManage} />
      ) : (
        <RoleHistory assistant={data} mayManage={mayManage} />
      )}
    </Page>
  );
}

/** One assistant: what it is told, what it may use, and how that came about. */
export function RoleScreen(): ReactNode {
  const t = useText(rolesTexts);
  const { role = '' } = useParams();
  return (
    <Box>
      <BackLink to={rolesPath}>{t('back')}</BackLink>
      <Role key={role} role={role} />
    </Box>
  );
}
