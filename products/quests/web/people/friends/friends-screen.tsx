import SearchOutlined from '@mui/icons-material/SearchOutlined';
import { Badge, Box, Button, InputAdornment, Stack, Tab, Tabs, TextField } from '@mui/material';
import { type ComponentType, type ReactNode, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Page, useCall, useText, visuallyHidden } from '#platform/web';
import { listFriendRequests } from '../../../contract/index.ts';
import { peopleTexts } from '../texts.ts';
import { FoundPlayers } from './found-players.tsx';
import { BlockSection, FriendSection, RequestSection } from './sections.tsx';
import { useDebounced } from './use-debounced.ts';

const tabs = ['friends', 'requests', 'blocked'] as const;
type FriendsTab = (typeof tabs)[number];
const sections: Readonly<Record<FriendsTab, ComponentType>> = {
  friends: FriendSection,
  requests: RequestSection,
  blocked: BlockSection,
};

function RequestsLabel(): ReactNode {
  const t = useText(peopleTexts);
  const { data } = useCall(listFriendRequests, { query: { limit: 100, direction: 'incoming' } });
  const count = data?.items.length ?? 0;
  return (
    <Badge
      color="primary"
      badgeContent={count}
      max={99}
      slotProps={{ badge: { 'aria-hidden': true } }}
      sx={{ '& .MuiBadge-badge': { right: -14, top: 2 } }}
    >
      {t('friends.tab_requests')}
      {count === 0 ? null : (
        <Box component="span" sx={visuallyHidden}>
          {`, ${t('friends.waiting', { count })}`}
        </Box>
      )}
    </Badge>
  );
}

function FriendTabs(): ReactNode {
  const t = useText(peopleTexts);
  const [parameters, setParameters] = useSearchParams();
  const wanted = parameters.get('tab');
  const tab = tabs.find((one) => one === wanted) ?? 'friends';
  const Section = sections[tab];
  return (
    <>
      <Tabs
        value={tab}
        variant="scrollable"
        aria-label={t('friends.sections')}
        onChange={(_event, next: FriendsTab) =>
          setParameters(next === 'friends' ? {} : { tab: next }, { replace: true })
        }
        sx={{ borderBottom: 1, borderColor: 'divider', mb: 2 }}
      >
        {tabs.map((one) => (
          <Tab
            key={one}
            value={one}
            id={`friends-tab-${one}`}
            aria-controls="friends-panel"
            label={one === 'requests' ? <RequestsLabel /> : t(`friends.tab_${one}`)}
            sx={one === 'requests' ? { px: 3 } : {}}
          />
        ))}
      </Tabs>
      <div role="tabpanel" id="friends-panel" aria-labelledby={`friends-tab-${tab}`}>
        <Section />
      </div>
    </>
  );
}

/** Friends, requests in both directions, blocks; players are found by name. */
export function FriendsScreen(): ReactNode {
  const t = useText(peopleTexts);
  const [typed, setTyped] = useState('');
  const name = useDebounced(typed.trim(), 300);
  return (
    <Page
      title={t('friends.title')}
      width="narrow"
      actions={
        <Button component={Link} to="/players/me" variant="outlined" color="inherit">
          {t('friends.my_page')}
        </Button>
      }
    >
      <Stack spacing={2}>
        <TextField
          fullWidth
          type="search"
          label={t('friends.find')}
          helperText={t('friends.find_help')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          slotProps={{
            htmlInput: { maxLength: 60, autoComplete: 'off', enterKeyHint: 'search' },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <SearchOutlined fontSize="small" />
                </InputAdornment>
              ),
            },
          }}
        />
        {typed.trim().length >= 2 && name.length >= 2 ? (
          <FoundPlayers name={name} />
        ) : (
          <div>
            <FriendTabs />
          </div>
        )}
      </Stack>
    </Page>
  );
}
