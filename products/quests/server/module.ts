import { defineRef } from '#base/ref';
import { funnelsPoint } from '#capabilities/analytics/server';
import { filePurposesPoint } from '#capabilities/files/server';
import { moderationSubjectsPoint } from '#capabilities/moderation/server';
import { notificationKindsPoint } from '#capabilities/notifications/server';
import { payablePoint } from '#capabilities/payments/server';
import { pageSourcesPoint } from '#platform/server/http';
import { defineModule, fill } from '#platform/server/modules';
import * as contract from '../contract/index.ts';
import { QuestsConfig } from './config.ts';
import { questFilePurposes } from './files.ts';
import { playFunnel } from './funnels.ts';
import { questsRef } from './index.ts';
import { forgetPositions, refreshPopularity, sweepOrders } from './jobs/definitions.ts';
import { mapSources } from './map-sources.ts';
import { peopleNoticeKinds } from './notices/people-notice-kinds.ts';
import { questNoticeKinds } from './notices/quest-notices.ts';
import { createQuests, type QuestsService } from './quests.ts';
import { orderPurpose } from './shop/orders.ts';
import { questsUses } from './uses.ts';

/** City quests: catalogue and authoring, play, people, shop. */
export const questsModule = defineModule({
  name: 'quests',
  // The same name, seen from inside with every room.
  provides: defineRef<QuestsService>(questsRef.id),
  uses: questsUses,
  config: QuestsConfig,
  permissions: {
    can_edit_quests: ['moderator'],
    write_quests: ['author', 'moderator'],
    manage_play: ['moderator', 'manager'],
    manage_shop: ['manager'],
    moderate_content: ['moderator'],
    moderate_reviews: ['moderator'],
  },
  publishes: [
    contract.QuestPublished,
    contract.QuestRejected,
    contract.QuestChanged,
    contract.SessionFinished,
    contract.OrderPaid,
    contract.OrderMoved,
    contract.FriendRequested,
    contract.FriendAccepted,
    contract.ReviewWritten,
    contract.QuestReported,
    contract.PayoutDecided,
  ],
  jobs: [refreshPopularity, sweepOrders, forgetPositions],
  migrations: new URL('./db/migrations/', import.meta.url),
  create: createQuests,
  prepare: (quests) => quests.prepare(),
  fills: (quests) => [
    fill(pageSourcesPoint, mapSources(quests.settings)),
    fill(filePurposesPoint, questFilePurposes(quests.isOnPhoto)),
    fill(funnelsPoint, [playFunnel]),
    fill(notificationKindsPoint, [...questNoticeKinds, ...peopleNoticeKinds]),
    fill(moderationSubjectsPoint, quests.subjects),
    fill(payablePoint, {
      purpose: orderPurpose,
      quote: (id, caller) => quests.shop.orders.quote(caller, id),
    }),
  ],
  channels: (quests) => [{ prefix: 'quest-session', mayFollow: quests.mayFollowSession }],
  privacy: (quests) => quests.personalData,
  serve: () => import('./http/index.ts'),
  work: () => import('./jobs/index.ts'),
  listen: () => import('./listeners/index.ts'),
  demo: () => import('./demo/index.ts'),
  close: (quests) => quests.close(),
});
