import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { browserPath, launch } from '../browser.ts';
import { at, call, listAt, textAt } from '../client.ts';
import { until } from '../until.ts';
import { registered } from './person.ts';
import { answer, checkIn, goOn, openPhone } from './walk.ts';

const title = 'Тайны Дворцовой площади';

describe.skipIf(browserPath === undefined)('a walk without network', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('goes on from the telephone, also after the page was loaded again, and is counted when the network is back', async () => {
    const { token, ...person } = await registered();
    const target = inject('targetUrl');
    const { json: found } = await call(target, `/v2/quests?q=${encodeURIComponent(title)}`);
    const quest = textAt(found, 'items', 0, 'id');
    const walk = await call(target, '/v2/sessions', { token, json: { quest_id: quest } });
    const id = textAt(walk.json, 'id');
    const session = async () => (await call(target, `/v2/sessions/${id}`, { token })).json;
    const page = await openPhone(browser, person);
    await page.goto(`/app/play/${id}`);
    await page
      .getByRole('region', { name: 'Текущая точка' })
      .getByRole('button', { name: 'Действия' })
      .click();
    await page.getByRole('menuitem', { name: 'Скачать для прогулки' }).click();
    const dialog = page.getByRole('dialog', { name: 'Для прогулки без сети' });
    await dialog.getByRole('button', { name: 'Скачать' }).click();
    await dialog.getByText('Скачано: можно идти без сети').waitFor();
    await dialog.getByRole('button', { name: 'Закрыть' }).click();

    // The program itself is kept as soon as its worker is there.
    const worker = 'navigator.serviceWorker.getRegistration().then((found) => found?.active?.state)';
    await until('The worker', async () => ((await page.evaluate(worker)) === 'activated' ? true : undefined));

    await page.context().setOffline(true);
    await checkIn(page, 'Александровская колонна', { latitude: 59.939, longitude: 30.3158 });
    await answer(page, '1834');
    await goOn(page);
    await page.getByText('Сети нет: вы играете с этого телефона.').waitFor();
    await page.reload();
    await checkIn(page, 'Арка Главного штаба', { latitude: 59.9383, longitude: 30.3189 });
    await answer(page, '6');
    await goOn(page);
    await page.getByRole('heading', { level: 1, name: 'Атланты Нового Эрмитажа' }).waitFor();
    expect(listAt(await session(), 'points').map((point) => at(point, 'status'))).toEqual([
      'open',
      'locked',
      'locked',
      'locked',
    ]);

    await page.context().setOffline(false);
    await until('The moves on the server', async () =>
      at(await session(), 'score') === 200 ? true : undefined,
    );
    const points = listAt(await session(), 'points');
    expect(points.map((point) => at(point, 'status'))).toEqual(['done', 'done', 'open', 'locked']);
    await page.getByText('Сети нет: вы играете с этого телефона.').waitFor({ state: 'hidden' });
    await page.getByText(/жд[ёу]т сети/).waitFor({ state: 'hidden' });
    await page.context().close();
  });
});
