import DownloadRounded from '@mui/icons-material/DownloadRounded';
import ShareRounded from '@mui/icons-material/ShareRounded';
import { Box, Button, Skeleton, Typography } from '@mui/material';
import { type ReactNode, useEffect, useRef } from 'react';
import { ErrorNotice, useNotice, useSend, useText } from '#platform/web';
import { getShareCard, type Session } from '../../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { playTexts } from '../texts.ts';

async function pictureFile(url: string): Promise<File> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The card answered ${answer.status}`);
  const blob = await answer.blob();
  return new File([blob], 'quintet-walk.png', { type: blob.type });
}

const isCancelled = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** The result as a picture, shared by the phone's own sheet where it has one, else downloaded. */
export function ShareCard({ session }: { readonly session: Session }): ReactNode {
  const t = useText(playTexts);
  const refusals = useRefusals();
  const notice = useNotice();
  const { mutate, data, error, isPending } = useSend(getShareCard);
  const asked = useRef(false);
  const ask = (): void => mutate({ params: { id: session.id } });
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    mutate({ params: { id: session.id } });
  }, [mutate, session.id]);
  const share = async (url: string): Promise<void> => {
    try {
      const file = await pictureFile(url);
      const text = t('finish.share_text', { score: session.score, title: session.title });
      const withFile = { text, files: [file] };
      await navigator.share(navigator.canShare?.(withFile) === true ? withFile : { text });
    } catch (fault) {
      if (!isCancelled(fault)) notice.error(fault);
    }
  };
  const canShare = typeof globalThis.navigator?.share === 'function';
  return (
    <Box component="section" sx={{ display: 'grid', gap: 1.5 }}>
      <Typography variant="h2">{t('finish.card')}</Typography>
      <ErrorNotice error={error} refusals={refusals} onRetry={ask} />
      {data === undefined ? (
        isPending ? (
          <Skeleton variant="rounded" sx={{ width: '100%', height: 'auto', aspectRatio: '1200 / 630' }} />
        ) : null
      ) : (
        <>
          <Box
            component="img"
            src={data.url}
            alt={t('finish.card_alt')}
            width={data.width ?? 1_200}
            height={data.height ?? 630}
            sx={{
              display: 'block',
              width: '100%',
              height: 'auto',
              borderRadius: 3,
              border: 1,
              borderColor: 'divider',
            }}
          />
          <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
            {canShare ? (
              <Button variant="contained" startIcon={<ShareRounded />} onClick={() => void share(data.url)}>
                {t('finish.share')}
              </Button>
            ) : null}
            <Button
              component="a"
              href={data.url}
              download="quintet-walk.png"
              variant="outlined"
              color="inherit"
              startIcon={<DownloadRounded />}
            >
              {t('finish.download')}
            </Button>
          </Box>
        </>
      )}
    </Box>
  );
}
