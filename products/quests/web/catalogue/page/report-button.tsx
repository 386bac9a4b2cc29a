import FlagOutlined from '@mui/icons-material/FlagOutlined';
import { Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNotice, useSend, useText } from '#platform/web';
import { reportPoint } from '../../../contract/index.ts';
import { CommentDialog } from '../comment-dialog.tsx';
import { catalogueTexts } from '../texts.ts';
import { useSignInFirst } from './sign-in-first.ts';

/** Something is wrong on the spot: tells the author and the moderators. */
export function ReportButton({ questId }: { readonly questId: string }): ReactNode {
  const t = useText(catalogueTexts);
  const notice = useNotice();
  const signInFirst = useSignInFirst();
  const [open, setOpen] = useState(false);
  const send = useSend(reportPoint, {
    onSuccess: () => {
      setOpen(false);
      notice.success(t('report_sent'));
    },
  });
  return (
    <>
      <Button
        color="inherit"
        startIcon={<FlagOutlined fontSize="small" />}
        onClick={() => signInFirst(() => setOpen(true))}
        sx={{ color: 'text.secondary' }}
      >
        {t('report')}
      </Button>
      {open ? (
        <CommentDialog
          title={t('report')}
          hint={t('report_hint')}
          label={t('report_text')}
          maxLength={1_000}
          isSending={send.isPending}
          error={send.error}
          onSend={(comment) => send.mutate({ params: { id: questId }, body: { comment } })}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
