import { Box, CircularProgress } from '@mui/material';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ErrorNotice, useSend, useText } from '#platform/web';
import { openRoom } from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { chatTexts } from '../texts.ts';

/** `/chats/with/:userId`: opens the room with a person and goes there. Products link to it. */
export function DirectScreen(): ReactNode {
  const t = useText(chatTexts);
  const { userId = '' } = useParams();
  const navigate = useNavigate();
  const refusals = useRefusals();
  const { mutate, error } = useSend(openRoom, {
    onSuccess: ({ id }) => navigate(`/chats/${id}`, { replace: true }),
  });
  const open = useEffectEvent((id: string) => mutate({ body: { kind: 'direct', user_id: id } }));
  useEffect(() => open(userId), [userId]);
  if (error !== null) return <ErrorNotice error={error} refusals={refusals} />;
  return (
    <Box sx={{ display: 'grid', placeItems: 'center', py: 8 }}>
      <CircularProgress aria-label={t('title')} />
    </Box>
  );
}
