import { Box, Button, Card, CardContent, Collapse, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import {
  ConfirmDialog,
  DataList,
  LoadingState,
  RelativeTime,
  useCall,
  useNotice,
  useSend,
  useText,
} from '#platform/web';
import {
  type Assistant,
  getAssistant,
  listAssistants,
  listRoleVersions,
  type RoleVersion,
  rollBackAssistant,
} from '../../../contract/index.ts';
import { ChoiceField } from '../../pieces/choice-field.tsx';
import { useRoleRefusals } from '../refusals.ts';
import { rolesTexts } from '../texts.ts';
import { DefinitionChanges } from './definition-changes.tsx';

interface VersionProps {
  readonly version: RoleVersion;
  readonly versions: readonly RoleVersion[];
  readonly current: boolean;
  readonly onRollBack: (() => void) | undefined;
}

function Version({ version, versions, current, onRollBack }: VersionProps): ReactNode {
  const t = useText(rolesTexts);
  const titleOf = ({ version: number }: RoleVersion): string =>
    number === 0 ? t('card.as_came') : t('version', { version: number });
  const place = versions.indexOf(version);
  const [open, setOpen] = useState(false);
  const [otherVersion, setOtherVersion] = useState(versions[place + 1]?.version ?? version.version);
  const other = versions.find((each) => each.version === otherVersion);
  return (
    <Card>
      <CardContent sx={{ display: 'grid', gap: 1 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <Box sx={{ flex: '1 1 200px', minWidth: 0 }}>
            <Typography variant="body2" component="h2" sx={{ fontWeight: 600 }}>
              {titleOf(version)}
              {current ? ` · ${t('history.current')}` : ''}
            </Typography>
            <Typography variant="caption" component="p" sx={{ color: 'text.secondary' }}>
              {version.created_at === null ? t('history.came') : <RelativeTime value={version.created_at} />}
              {version.note === '' ? '' : ` · ${version.note}`}
            </Typography>
          </Box>
          {versions.length > 1 ? (
            <Button size="small" color="inherit" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? t('history.hide') : t('history.compare')}
            </Button>
          ) : null}
          {onRollBack === undefined ? null : (
            <Button size="small" variant="outlined" onClick={onRollBack}>
              {t('history.roll_back')}
            </Button>
          )}
        </Box>
        <Collapse in={open} unmountOnExit>
          <Box sx={{ display: 'grid', gap: 1.5, pt: 1 }}>
            <ChoiceField
              label={t('history.with')}
              value={otherVersion}
              choices={versions.map((each) => ({ value: each.version, label: titleOf(each) }))}
              onChange={setOtherVersion}
              sx={{ maxWidth: 280 }}
            />
            {other === undefined ? null : (
              <DefinitionChanges before={other.definition} after={version.definition} />
            )}
          </Box>
        </Collapse>
      </CardContent>
    </Card>
  );
}

export interface RoleHistoryProps {
  readonly assistant: Assistant;
  readonly mayManage: boolean;
}

/** The versions of an assistant, newest first: compared with each other, and brought back. */
export function RoleHistory({ assistant, mayManage }: RoleHistoryProps): ReactNode {
  const t = useText(rolesTexts);
  const notice = useNotice();
  const refusals = useRoleRefusals();
  const { role } = assistant;
  const { data, error, refetch } = useCall(listRoleVersions, { params: { role } });
  const [chosen, setChosen] = useState<number | null>(null);
  const send = useSend(rollBackAssistant, {
    invalidates: [listAssistants, getAssistant, listRoleVersions],
    onSuccess: ({ version }) => notice.success(t('editor.saved', { version })),
  });
  if (data === undefined) {
    return <LoadingState error={error} onRetry={refetch} refusals={refusals} />;
  }
  return (
    <Box sx={{ maxWidth: 860 }}>
      <DataList items={data.items} keyOf={({ version }) => version} label={t('tab.history')}>
        {(version) => (
          <Version
            version={version}
            versions={data.items}
            current={version.version === assistant.version}
            onRollBack={
              mayManage && version.version !== assistant.version
                ? () => setChosen(version.version)
                : undefined
            }
          />
        )}
      </DataList>
      <ConfirmDialog
        open={chosen !== null}
        title={t('history.roll_back_title')}
        confirmLabel={t('history.roll_back')}
        refusals={refusals}
        onClose={() => setChosen(null)}
        onConfirm={() =>
          send.mutateAsync({
            params: { role },
            body: { version: chosen ?? 0, base_version: assistant.version },
          })
        }
      >
        {t('history.roll_back_text')}
      </ConfirmDialog>
    </Box>
  );
}
