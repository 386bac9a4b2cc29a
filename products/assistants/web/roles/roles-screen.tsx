import AddRounded from '@mui/icons-material/AddRounded';
import { Alert, Box, Button, Chip, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { LoadingState, Page, RelativeTime, useCall, useLocalized, useText } from '#platform/web';
import { type Assistant, listAssistants } from '../../contract/index.ts';
import { CardGrid } from '../pieces/card-grid.tsx';
import { LinkCard } from '../pieces/link-card.tsx';
import { roleIcon } from '../pieces/role-icon.ts';
import { CreateRoleDialog } from './create-role-dialog.tsx';
import { rolePath } from './paths.ts';
import { useRoleRefusals } from './refusals.ts';
import { rolesTexts } from './texts.ts';
import { useMayManage } from './use-may-manage.ts';

function RoleCard({ assistant }: { readonly assistant: Assistant }): ReactNode {
  const t = useText(rolesTexts);
  const localized = useLocalized();
  const { built_in: builtIn, version, updated_at: updatedAt, tools } = assistant;
  return (
    <LinkCard
      to={rolePath(assistant.role)}
      icon={roleIcon(assistant.role)}
      title={localized(assistant.title)}
      description={localized(assistant.description)}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'center' }}>
        <Chip size="small" variant="outlined" label={t('card.tools', { count: tools.length })} />
        {builtIn ? null : <Chip size="small" color="primary" variant="outlined" label={t('card.own')} />}
        {builtIn && version === 0 ? (
          <Chip size="small" variant="outlined" label={t('card.as_came')} />
        ) : (
          <Chip size="small" variant="outlined" label={t('version', { version })} />
        )}
        {updatedAt === null ? null : (
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            <RelativeTime value={updatedAt} />
          </Typography>
        )}
      </Box>
    </LinkCard>
  );
}

/** The assistants of the company: what each is for, and the way to change it or to make one's own. */
export function RolesScreen(): ReactNode {
  const t = useText(rolesTexts);
  const refusals = useRoleRefusals();
  const mayManage = useMayManage();
  const { data, error, refetch } = useCall(listAssistants, {});
  const [creating, setCreating] = useState(false);
  return (
    <Page
      title={t('title')}
      help={t('help')}
      actions={
        mayManage ? (
          <Button variant="contained" startIcon={<AddRounded />} onClick={() => setCreating(true)}>
            {t('create.open')}
          </Button>
        ) : undefined
      }
    >
      {mayManage ? null : (
        <Alert severity="info" variant="outlined" sx={{ mb: 2 }}>
          {t('read_only')}
        </Alert>
      )}
      {data === undefined ? (
        <LoadingState error={error} onRetry={refetch} refusals={refusals} rows={5} height={120} />
      ) : (
        <CardGrid items={data.items} keyOf={({ role }) => role} label={t('title')}>
          {(assistant) => <RoleCard assistant={assistant} />}
        </CardGrid>
      )}
      {creating && data !== undefined ? (
        <CreateRoleDialog assistants={data.items} onClose={() => setCreating(false)} />
      ) : null}
    </Page>
  );
}
