import CheckCircleOutlineRounded from '@mui/icons-material/CheckCircleOutlineRounded';
import { Button, Card, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useNotice, useSend, useText } from '#platform/web';
import { getMyQuest, type MyQuest, type QuestDetail, startSession } from '../../../contract/index.ts';
import { Price, useMoney } from '../../pieces/index.ts';
import { BuyDialog } from '../buying/buy-dialog.tsx';
import { useCatalogueRefusals } from '../refusals.ts';
import { catalogueTexts } from '../texts.ts';
import { nextStep } from './next-step.rules.ts';
import { useSignInFirst } from './sign-in-first.ts';

interface PrimaryActionProps {
  readonly quest: QuestDetail;
  readonly mine: MyQuest | null;
  /** What the person has to do with the quest is still being asked. */
  readonly isAsking: boolean;
}

/** Start, continue, buy or play again; at the foot of the window on phones, beside the page elsewhere. */
export function PrimaryAction({ quest, mine, isAsking }: PrimaryActionProps): ReactNode {
  const t = useText(catalogueTexts);
  const money = useMoney();
  const navigate = useNavigate();
  const notice = useNotice();
  const refusals = useCatalogueRefusals();
  const signInFirst = useSignInFirst();
  const [buying, setBuying] = useState(false);
  const start = useSend(startSession, {
    invalidates: [getMyQuest],
    onSuccess: ({ id }) => navigate(`/play/${id}`),
    onError: (problem) => notice.error(problem, refusals),
  });
  const play = (): void => start.mutate({ body: { quest_id: quest.id } });
  const step = nextStep(quest, mine);
  const finished = mine !== null && mine.finished_session_id !== null;
  const big = { size: 'large', variant: 'contained', fullWidth: true } as const;

  const button = (): ReactNode => {
    switch (step.kind) {
      case 'continue':
        return (
          <Button {...big} component={Link} to={`/play/${step.sessionId}`}>
            {t('continue')}
          </Button>
        );
      case 'studio':
        return (
          <Button {...big} component={Link} to={`/studio/${quest.id}`}>
            {t('edit_in_studio')}
          </Button>
        );
      case 'buy':
        return (
          <Button {...big} disabled={isAsking} onClick={() => signInFirst(() => setBuying(true))}>
            {t('buy_for', { price: money(quest.price) })}
          </Button>
        );
      case 'start':
      case 'again':
        return (
          <Button {...big} disabled={isAsking} loading={start.isPending} onClick={() => signInFirst(play)}>
            {step.kind === 'start' ? t('start') : t('again')}
          </Button>
        );
    }
  };
  return (
    <>
      <Card
        sx={{
          p: { xs: 1.5, md: 2.5 },
          borderRadius: { xs: '14px 14px 0 0', md: '12px' },
          boxShadow: { xs: '0 -8px 24px -16px rgba(0, 0, 0, 0.35)', md: 'none' },
        }}
      >
        <Stack spacing={{ xs: 1, md: 1.5 }}>
          {finished ? (
            <Typography
              variant="body2"
              sx={{ display: 'flex', gap: 0.75, alignItems: 'center', color: 'success.main' }}
            >
              <CheckCircleOutlineRounded fontSize="small" aria-hidden /> {t('finished_badge')}
            </Typography>
          ) : (
            <Typography variant="h3" component="p" sx={{ display: { xs: 'none', md: 'block' } }}>
              {mine?.playable === true && quest.price.amount > 0 ? (
                t('owned_badge')
              ) : (
                <Price price={quest.price} />
              )}
            </Typography>
          )}
          {button()}
        </Stack>
      </Card>
      {buying ? <BuyDialog quest={quest} onClose={() => setBuying(false)} onOwned={play} /> : null}
    </>
  );
}
