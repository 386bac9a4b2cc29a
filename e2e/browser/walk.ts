import type { Browser, Page } from 'playwright-core';
import { openPage } from '../browser.ts';
import { beSignedIn, type Person } from './person.ts';

export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** Nevsky Prospekt, away from every point. */
const home: Spot = { latitude: 59.9311, longitude: 30.3609 };

/** Somebody with a telephone in St Petersburg who reads Russian and lets the page know where they are. */
export async function openPhone(browser: Browser, person: Person): Promise<Page> {
  const page = await openPage(browser, {
    locale: 'ru-RU',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    permissions: ['geolocation'],
    geolocation: { ...home, accuracy: 10 },
  });
  await beSignedIn(page, person);
  return page;
}

/** Goes to a spot and says so. */
export async function checkIn(page: Page, title: string, spot: Spot): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.context().setGeolocation({ ...spot, accuracy: 8 });
  await page.getByRole('button', { name: 'Я на месте' }).click();
  await page.getByText('Задание', { exact: true }).waitFor();
}

/** Types an answer, or chooses one. */
export async function answer(page: Page, text: string): Promise<void> {
  const field = page.getByRole('textbox', { name: /^(Ваш ответ|Число)/ });
  const choice = page.getByRole('radio', { name: text });
  await field.or(choice).waitFor();
  if (await choice.isVisible()) await choice.check();
  else await field.fill(text);
  await page.getByRole('button', { name: 'Ответить' }).click();
}

/** The point is done; on to the next, or to the results. */
export async function goOn(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: 'Точка пройдена' }).waitFor();
  await page.getByRole('button', { name: /^(Дальше|К результатам)$/ }).click();
}
