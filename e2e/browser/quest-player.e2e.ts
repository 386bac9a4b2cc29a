import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { browserPath, launch } from '../browser.ts';
import { at, call, listAt, textAt } from '../client.ts';
import { registered } from './person.ts';
import { answer, checkIn, goOn, openPhone } from './walk.ts';

const title = 'Мосты и грифоны канала Грибоедова';

describe.skipIf(browserPath === undefined)('a player with a telephone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('finds a quest, buys it, walks it with a hint and a mistake, finishes and reviews it', async () => {
    const person = await registered();
    const { token } = person;
    const page = await openPhone(browser, person);
    await page.goto('/app/quests');
    const search = page.getByRole('searchbox').or(page.getByRole('combobox', { name: 'Искать квесты' }));
    await search.first().fill('грифоны');
    await search.first().press('Enter');
    await page
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();

    await page.getByRole('button', { name: /^Купить за 390/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Покупка квеста' });
    await dialog.getByRole('button', { name: /^Оплатить 390/ }).click();
    await page.getByRole('heading', { name: 'Пробный платёж' }).waitFor();
    await page.getByRole('button', { name: /^Оплатить 390/ }).click();
    await page.getByRole('status').filter({ hasText: 'Оплачено' }).waitFor();
    await page.getByRole('link', { name: 'Вернуться в магазин' }).click();
    await page.waitForURL(/\/app\/(orders|quests)\//);
    const { json: orders } = await call(inject('targetUrl'), '/v2/orders', { token });
    expect(at(orders, 'items', 0, 'state')).toBe('paid');
    const quest = textAt(orders, 'items', 0, 'lines', 0, 'item_id');

    await page.goto(`/app/quests/${quest}`);
    await page.getByRole('button', { name: 'Начать' }).click();
    await checkIn(page, 'Дом Зингера', { latitude: 59.9357, longitude: 30.3259 });
    await page.getByRole('button', { name: /Открыть подсказку/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Открыть' }).click();
    await page.getByText('Когда-то он светился изнутри').waitFor();
    await answer(page, 'самовар');
    await page
      .getByText(/^Неверно/)
      .first()
      .waitFor();
    await answer(page, 'Глобус');
    await goOn(page);
    await checkIn(page, 'Банковский мост', { latitude: 59.9322, longitude: 30.3253 });
    await answer(page, '4');
    await goOn(page);
    await checkIn(page, 'Львиный мост', { latitude: 59.9268, longitude: 30.3014 });
    await answer(page, 'Белые');
    await goOn(page);

    await page.getByRole('heading', { level: 1, name: 'Финиш!' }).waitFor();
    await page.getByText('3 / 3').waitFor();
    await page.getByRole('radio', { name: /^5/ }).press('Space');
    await page.getByRole('textbox', { name: 'Пара слов, если хочется' }).fill('Львы и правда белые.');
    await page.getByRole('button', { name: 'Опубликовать отзыв' }).click();
    await page.getByRole('status').filter({ hasText: 'Спасибо!' }).waitFor();

    const { json: walks } = await call(inject('targetUrl'), '/v2/sessions', { token });
    // Three points of a hundred each, less the hint and the wrong answer.
    expect(listAt(walks, 'items')).toMatchObject([{ state: 'finished', quest_id: quest, score: 275 }]);
    const { json: reviews } = await call(inject('targetUrl'), `/v2/quests/${quest}/reviews`, { token });
    const mine = listAt(reviews, 'items').filter((review) => at(review, 'mine') === true);
    expect(mine).toMatchObject([{ stars: 5, text: 'Львы и правда белые.' }]);
    await page.context().close();
  });
});
