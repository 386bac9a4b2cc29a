import { newId } from '#base/ids';
import { day } from '#base/time';
import type { Caller } from '#platform/server/http';
import type { DemoDoor } from '#platform/server/modules';
import type { QuestsService } from '../quests.ts';
import { demoMerch } from './shop.fixture.ts';

/** Something to buy, a code that makes it cheaper, and credits to pay with. */
export async function openDemoShop(
  { service, platform }: DemoDoor<QuestsService>,
  manager: Caller,
  player: Caller,
): Promise<void> {
  for (const { price, ...article } of demoMerch) {
    await service.shop.merch.create(manager, {
      ...article,
      price: price * 100,
      currency: 'RUB',
      picture_file_id: null,
      active: true,
      vat_code: 11,
    });
  }
  const now = platform.clock().getTime();
  await service.shop.promos.create({
    code: 'WELCOME',
    kind: 'percent',
    value: 20,
    currency: 'RUB',
    budget: 1_000_000,
    max_uses: null,
    per_person: 1,
    quest_id: null,
    city: null,
    valid_from: new Date(now - day),
    valid_until: null,
    active: true,
  });
  await platform.database.transaction((tx) =>
    service.ledger.post(tx, {
      key: `quests.demo:${newId()}`,
      kind: 'quests.gift',
      currency: 'RUB',
      legs: [
        { account: `user:${player.userId}:credits`, amount: 50_000 },
        { account: 'platform:promotion', amount: -50_000 },
      ],
    }),
  );
}
