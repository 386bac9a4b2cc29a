import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { browserPath, launch } from '../browser.ts';
import { at, call, listAt } from '../client.ts';
import { until } from '../until.ts';
import { demoPerson } from './person.ts';
import { openPhone } from './walk.ts';

const title = `Дворы и арки ${Date.now().toString(36)}`;
const description =
  'Прогулка по проходным дворам от Невского к Мойке: три арки, одна легенда и вопрос, ответ на который написан на стене.';

/** A photograph, as telephones make them. */
function cover(): Promise<Buffer> {
  return sharp({ create: { width: 960, height: 540, channels: 3, background: '#3b6e8f' } })
    .jpeg()
    .toBuffer();
}

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

describe.skipIf(browserPath === undefined)('an author with a telephone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  it('writes a quest, puts its points on the map and submits it; a moderator approves; it is in the catalogue', async () => {
    const page = await openPhone(browser, demoPerson('author'));
    await page.goto('/app/studio');
    await page.getByRole('button', { name: 'Новый квест' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Новый квест' });
    await dialog.getByRole('textbox', { name: 'Название' }).fill(title);
    await choose(page, 'Город', 'Санкт-Петербург');
    await choose(page, 'Категория', 'История');
    await dialog.getByRole('button', { name: 'Начать' }).click();

    const saved = page.getByRole('status').filter({ hasText: 'Сохранено' });
    await page.getByRole('textbox', { name: 'Коротко' }).fill('Три арки и одна легенда.');
    await page.getByRole('textbox', { name: 'Описание' }).fill(description);
    const picture = { name: 'cover.jpg', mimeType: 'image/jpeg', buffer: await cover() };
    await page.locator('input[type=file]').first().setInputFiles(picture);
    await page.getByRole('button', { name: 'Заменить' }).waitFor();

    await page.getByRole('tab', { name: 'Маршрут' }).click();
    const map = page.getByLabel('Карта маршрута', { exact: true });
    for (const [index, position] of [
      { x: 90, y: 80 },
      { x: 180, y: 160 },
      { x: 120, y: 240 },
    ].entries()) {
      await map.click({ position });
      await page.getByRole('button', { name: `Изменить: Точка ${index + 1}` }).waitFor();
    }
    await page.getByRole('button', { name: 'Изменить: Точка 1' }).click();
    await page.getByRole('textbox', { name: 'Название точки' }).fill('Первая арка');
    await choose(page, 'Вид задания', 'Число');
    await page.getByRole('textbox', { name: 'Вопрос' }).fill('Сколько ступеней у входа?');
    await page.getByRole('textbox', { name: 'Верное число' }).fill('7');
    await page.getByRole('button', { name: 'К маршруту' }).click();
    await page.getByRole('button', { name: 'Изменить: Первая арка' }).waitFor();
    await saved.waitFor();

    await page.getByRole('button', { name: 'На проверку' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'На проверку' }).click();
    await page.getByText('Квест у модераторов').waitFor();
    await page.context().close();

    const desk = await openPhone(browser, demoPerson('moderator'));
    await desk.goto('/app/moderation');
    await desk.getByRole('button', { name: title }).click();
    const found = desk.getByRole('article').filter({ hasText: title });
    await found.getByRole('button', { name: 'Взять' }).click();
    await found.getByRole('button', { name: 'Одобрить' }).last().click();
    await desk.getByText('Одобрено').first().waitFor();
    await desk.context().close();

    const player = await openPhone(browser, demoPerson('user'));
    await player.goto('/app/quests?sort=new');
    await until('The quest in the catalogue', async () => {
      const { json } = await call(inject('targetUrl'), '/v2/quests?sort=new&limit=5');
      return listAt(json, 'items').some((quest) => at(quest, 'title') === title) ? true : undefined;
    });
    await player.reload();
    await player
      .getByRole('link', { name: new RegExp(title) })
      .first()
      .click();
    await player.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await player.getByText('Три арки и одна легенда.').count()).toBeGreaterThan(0);
    await player.context().close();
  });
});
