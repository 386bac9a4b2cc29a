import { Button, Card } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { CursorList, EmptyState, Page, useCursorList, useSession, useText } from '#platform/web';
import { listReasons } from '../../contract/index.ts';
import { DeskTabs } from '../access/desk-tabs.tsx';
import { moderationTexts } from '../texts.ts';
import { NewReason } from './new-reason.tsx';
import { ReasonRow } from './reason-row.tsx';

/** Reason templates: moderators read them, administrators keep them. */
export function ReasonsScreen(): ReactNode {
  const t = useText(moderationTexts);
  const { user } = useSession();
  const mayChange = user?.roles.includes('admin') ?? false;
  const [adding, setAdding] = useState(false);
  const list = useCursorList(listReasons, { query: { limit: 50 } });
  return (
    <Page
      title={t('reasons.title')}
      help={t('reasons.help')}
      width="narrow"
      actions={
        <>
          <DeskTabs here="reasons" />
          {mayChange ? (
            <Button variant="contained" aria-expanded={adding} onClick={() => setAdding(!adding)}>
              {t('reasons.add')}
            </Button>
          ) : null}
        </>
      }
    >
      {adding ? <NewReason onDone={() => setAdding(false)} /> : null}
      <Card sx={{ px: 2 }}>
        <CursorList
          list={list}
          keyOf={({ id }) => id}
          label={t('reasons.title')}
          gap={0}
          empty={<EmptyState title={t('reasons.empty')} />}
        >
          {(reason) => <ReasonRow reason={reason} mayChange={mayChange} />}
        </CursorList>
      </Card>
    </Page>
  );
}
