import HideImageOutlined from '@mui/icons-material/HideImageOutlined';
import { Box, Button, Card, Chip, Link, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link as RouterLink } from 'react-router';
import {
  ConfirmDialog,
  CursorList,
  EmptyState,
  Page,
  RelativeTime,
  useApi,
  useCursorList,
  useInvalidate,
  useText,
} from '#platform/web';
import { deleteImageBlock, type ImageBlock, listImageBlocks } from '../../contract/index.ts';
import { DeskTabs } from '../access/desk-tabs.tsx';
import { useModerationRefusals } from '../refusals.ts';
import { moderationTexts } from '../texts.ts';

/** `/moderation/images`: pictures that can never be published again, by their hashes. */
export function ImagesScreen(): ReactNode {
  const t = useText(moderationTexts);
  const { call } = useApi();
  const invalidate = useInvalidate();
  const refusals = useModerationRefusals();
  const list = useCursorList(listImageBlocks, { query: {} });
  const [removing, setRemoving] = useState<ImageBlock | null>(null);
  const unblock = async (): Promise<void> => {
    if (removing === null) return;
    await call(deleteImageBlock, { params: { id: removing.id } });
    await invalidate(listImageBlocks);
  };
  return (
    <Page
      title={t('images.title')}
      help={t('images.help')}
      width="narrow"
      actions={<DeskTabs here="images" />}
    >
      <CursorList
        list={list}
        keyOf={({ id }) => id}
        label={t('images.title')}
        gap={1}
        empty={
          <Card>
            <EmptyState icon={HideImageOutlined} title={t('images.empty')} hint={t('images.empty_hint')} />
          </Card>
        }
      >
        {(block) => (
          <Card sx={{ px: 2, py: 1.25 }}>
            <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
              <Box sx={{ flex: 1, minWidth: 0 }}>
                <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
                  <code>{block.hash}</code>
                  {block.mirrored ? (
                    <Chip size="small" variant="outlined" label={t('images.mirrored')} />
                  ) : null}
                </Stack>
                <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                  <RelativeTime value={block.blocked_at} />
                  {block.case_id === null ? null : (
                    <>
                      {' · '}
                      <Link component={RouterLink} to={`/moderation?case=${block.case_id}`}>
                        {t('images.case')}
                      </Link>
                    </>
                  )}
                </Typography>
              </Box>
              <Button aria-label={`${t('images.unblock')}: ${block.hash}`} onClick={() => setRemoving(block)}>
                {t('images.unblock')}
              </Button>
            </Stack>
          </Card>
        )}
      </CursorList>
      <ConfirmDialog
        open={removing !== null}
        title={t('images.unblock_title')}
        confirmLabel={t('images.unblock')}
        refusals={refusals}
        onConfirm={unblock}
        onClose={() => setRemoving(null)}
      >
        {t('images.unblock_text')}
      </ConfirmDialog>
    </Page>
  );
}
