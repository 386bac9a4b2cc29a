import { Box, Button, Stack, Typography } from '@mui/material';
import { type ChangeEvent, type ReactNode, useRef } from 'react';
import { useFileRefusals, useUpload } from '#capabilities/files/web';
import { ErrorNotice, useInvalidate, useNotice, useSend, useText } from '#platform/web';
import { getPlayer, type Player, updatePlayer } from '../../../contract/index.ts';
import { PlayerAvatar } from '../../pieces/index.ts';
import { usePeopleRefusals } from '../refusals.ts';
import { peopleTexts } from '../texts.ts';

/** What the server takes for an avatar. */
const accept = ['image/jpeg', 'image/png', 'image/webp', 'image/avif', 'image/heic'];
const maxSize = 5 * 1_048_576;

/** The picture beside one's name: chosen, uploaded and set in one step. */
export function AvatarField({ player }: { readonly player: Player }): ReactNode {
  const t = useText(peopleTexts);
  const notice = useNotice();
  const invalidate = useInvalidate();
  const fileRefusals = useFileRefusals();
  const refusals = usePeopleRefusals();
  const field = useRef<HTMLInputElement>(null);
  const save = useSend(updatePlayer, {
    async onSuccess({ avatar }) {
      notice.success(t(avatar === null ? 'edit.avatar_removed' : 'edit.avatar_saved'));
      await invalidate(getPlayer);
    },
  });
  const { uploads, add, cancel } = useUpload('quests.avatar', {
    accept,
    maxSize,
    onPublished: ({ id }) => save.mutate({ body: { avatar_file_id: id } }),
  });
  const current = uploads.at(-1);
  const busy = save.isPending || current?.state === 'sending' || current?.state === 'checking';
  const choose = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    for (const { key } of uploads) cancel(key);
    save.reset();
    add([...(target.files ?? [])].slice(0, 1));
    target.value = '';
  };
  const progress = (): string => {
    if (current?.state === 'sending')
      return t('edit.avatar_sending', { percent: Math.round(current.progress * 100) });
    return current?.state === 'checking' ? t('edit.avatar_checking') : t('edit.avatar_help');
  };
  return (
    <Stack spacing={2}>
      <Stack
        direction="row"
        spacing={2}
        role="group"
        aria-label={t('edit.avatar')}
        sx={{ alignItems: 'center' }}
      >
        <PlayerAvatar player={player} size={88} />
        <Box sx={{ minWidth: 0 }}>
          <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
            <Button variant="outlined" color="inherit" loading={busy} onClick={() => field.current?.click()}>
              {t(player.avatar === null ? 'edit.avatar_choose' : 'edit.avatar_replace')}
            </Button>
            {player.avatar === null ? null : (
              <Button
                color="inherit"
                disabled={busy}
                onClick={() => save.mutate({ body: { avatar_file_id: null } })}
              >
                {t('edit.avatar_remove')}
              </Button>
            )}
          </Stack>
          <Typography variant="body2" role="status" sx={{ color: 'text.secondary', mt: 0.5 }}>
            {progress()}
          </Typography>
        </Box>
        <input
          ref={field}
          type="file"
          hidden
          tabIndex={-1}
          aria-label={t('edit.avatar_choose')}
          accept={accept.join(',')}
          onChange={choose}
        />
      </Stack>
      <ErrorNotice error={current?.problem} refusals={fileRefusals} />
      <ErrorNotice error={save.error} refusals={refusals} />
    </Stack>
  );
}
