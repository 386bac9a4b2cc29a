// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import type { CodeFinding, Severity } from '../../../contract/index.ts';
import { nothing, page, refusal, renderAt } from '../../render.fixture.tsx';
import { CodeScreen } from '../code-screen.tsx';
import { CompareScreen } from './compare-screen.tsx';
import { ReviewScreen } from './review-screen.tsx';
import { ReviewsScreen } from './reviews-screen.tsx';

const me = '00000000-0000-7000-8000-00000000aaaa';
const companyId = '00000000-0000-7000-8000-00000000cccc';
const idOf = (number: number): string => `00000000-0000-7000-8000-00000000000${number}`;
const finding = (key: string, line: number, severity: Severity = 'major'): CodeFinding => ({
  key,
  severity,
  type: 'smell',
  message: `Something about ${key}`,
  range: { start: { line, character: 0 }, end: { line, character: 4 } },
});
const counts = (major: number, critical = 0) => ({ blocker: 0, critical, major, minor: 0, info: 0 });
const review = (number: number, major: number, name = 'Trade') => ({
  id: idOf(number),
  name,
  files: 12,
  counts: counts(major),
  author_id: me,
  created_at: `2026-11-0${number}T10:00:00Z`,
});
const [first, second, third] = [review(1, 5), review(2, 3), review(3, 1, 'Payroll')];
const company = (role: string) => ({
  id: companyId,
  name: 'Daisy',
  personal: false,
  role,
  active: true,
  created_at: '2026-01-01T00:00:00Z',
});
const answers = {
  'GET /companies/': () => page(company('member')),
  [`GET /companies/${companyId}/members`]: () =>
    page({ user_id: me, display_name: 'Anna', role: 'member', joined_at: '2026-01-01T00:00:00Z' }),
  'GET /api/assistants/code/rules': () => page(),
  'GET /api/assistants/code/reviews/trend': () => page(first, second),
};
const address = '/assistants/code/reviews';

afterEach(cleanup);

test('saved reviews are listed; two of them are chosen to be compared', async () => {
  const person = userEvent.setup();
  await renderAt(<ReviewsScreen />, {
    path: address,
    answers: { ...answers, 'GET /api/assistants/code/reviews': () => page(third, second, first) },
  });
  const list = await screen.findByRole('list', { name: 'Saved code reviews' });
  expect(within(list).getAllByRole('listitem')).toHaveLength(3);
  expect(await within(list).findAllByText(/Anna · 12 modules/)).toHaveLength(3);
  const choices = within(list).getAllByRole('checkbox');
  for (const choice of choices.slice(1)) await person.click(choice);
  expect(choices[0]?.hasAttribute('disabled')).toBe(true);
  expect(screen.getByRole('link', { name: 'Compare the two' }).getAttribute('href')).toBe(
    `${address}/compare?one=${second.id}&other=${first.id}`,
  );
});

test('reviews of one name show how findings change', async () => {
  const asked = await renderAt(<ReviewsScreen />, {
    path: address,
    address: `${address}?name=Trade`,
    answers: { ...answers, 'GET /api/assistants/code/reviews': () => page(second, first) },
  });
  const figures = await screen.findByRole('table', { name: 'Findings over time' });
  expect(
    within(figures)
      .getAllByRole('row')
      .slice(1)
      .map((row) => within(row).getAllByRole('cell')[0]?.textContent),
  ).toEqual(['3', '5']);
  expect(asked.filter(({ query }) => query.get('name') === 'Trade')).toHaveLength(2);
  expect(screen.getByRole('link', { name: 'Reviews of all names' }).getAttribute('href')).toBe(address);
});

test('nothing saved yet: the page says how', async () => {
  await renderAt(<ReviewsScreen />, {
    path: address,
    answers: { ...answers, 'GET /api/assistants/code/reviews': () => page() },
  });
  expect(await screen.findByText('Nothing is saved yet')).toBeTruthy();
  expect(screen.queryByText('Choose two to compare')).toBeNull();
});

test('a review is opened and deleted', async () => {
  const person = userEvent.setup();
  const asked = await renderAt(<ReviewScreen />, {
    path: `${address}/:id`,
    address: `${address}/${second.id}`,
    answers: {
      ...answers,
      [`GET /api/assistants/code/reviews/${second.id}`]: () => ({
        ...second,
        report: [{ path: 'a.bsl', findings: [finding('LineLength', 4)] }],
        left_out: 2,
      }),
      [`DELETE /api/assistants/code/reviews/${second.id}`]: nothing,
    },
  });
  expect(await screen.findByRole('heading', { name: 'Trade' })).toBeTruthy();
  expect(screen.getByText(/2 more findings/)).toBeTruthy();
  await person.click(screen.getByRole('button', { name: /Something about LineLength/ }));
  expect(screen.getByRole('region', { name: 'The chosen finding' })).toBeTruthy();
  const compare = await screen.findByRole('link', { name: 'Compare with the one before' });
  expect(compare.getAttribute('href')).toContain(`one=${first.id}&other=${second.id}`);
  await person.click(await screen.findByRole('button', { name: 'Delete' }));
  const dialog = await screen.findByRole('dialog', { name: 'Delete the review?' });
  await person.click(within(dialog).getByRole('button', { name: 'Delete' }));
  expect(await screen.findByText('The review is deleted.')).toBeTruthy();
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(true);
  await expect.poll(() => screen.getByTestId('address').textContent).toBe(address);
});

test('two reviews are told apart, the earlier one being the measure', async () => {
  const person = userEvent.setup();
  const path = 'a.bsl';
  await renderAt(<CompareScreen />, {
    path: `${address}/compare`,
    address: `${address}/compare?one=${second.id}&other=${first.id}`,
    answers: {
      ...answers,
      [`GET /api/assistants/code/reviews/${first.id}`]: () => ({
        ...first,
        report: [{ path, findings: [finding('Old', 1), finding('Moved', 2)] }],
        left_out: 0,
      }),
      [`GET /api/assistants/code/reviews/${second.id}`]: () => ({
        ...second,
        report: [{ path, findings: [finding('Moved', 7), finding('Fresh', 9)] }],
        left_out: 0,
      }),
    },
  });
  expect(await screen.findByText('Major 3 (−2)')).toBeTruthy();
  expect(screen.getByRole('button', { name: /about Fresh/ })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /about Moved/ })).toBeNull();
  await person.click(screen.getByRole('tab', { name: 'Gone: 1' }));
  expect(screen.getByRole('button', { name: /about Old/ })).toBeTruthy();
  await person.click(screen.getByRole('tab', { name: 'In both: 1' }));
  expect(screen.getByRole('button', { name: /about Moved.*line 8/ })).toBeTruthy();
});

test('a review that is gone is told so', async () => {
  await renderAt(<ReviewScreen />, {
    path: `${address}/:id`,
    address: `${address}/${third.id}`,
    answers: {
      ...answers,
      [`GET /api/assistants/code/reviews/${third.id}`]: () => refusal(404, 'assistants.review_not_found'),
    },
  });
  expect(await screen.findByText('This review is not there any more.')).toBeTruthy();
});

test('a check is saved under a name; a refusal stays in the dialog', async () => {
  const person = userEvent.setup();
  let refused = true;
  const asked = await renderAt(<CodeScreen />, {
    path: '/assistants/code',
    answers: {
      ...answers,
      'GET /api/assistants/code/reviews': () => page(first),
      'POST /api/assistants/code/check': ({ body }) => {
        const { save } = Object(body) as { save?: string };
        if (save !== undefined && refused) {
          refused = false;
          return refusal(403, 'tenants.role_too_low');
        }
        const files = [{ path: 'Module.bsl', findings: [finding('LineLength', 4)] }];
        return { files, counts: counts(1), warnings: [], review_id: save === undefined ? null : first.id };
      },
    },
  });
  await person.click(await screen.findByRole('button', { name: 'Take an example' }));
  await person.click(screen.getByRole('button', { name: 'Check' }));
  await person.click(await screen.findByRole('button', { name: 'Save the review' }));
  const dialog = await screen.findByRole('dialog', { name: 'Save the review' });
  const save = within(dialog).getByRole('button', { name: 'Save the review' });
  await person.click(save);
  expect(within(dialog).getByText('Give it a name.')).toBeTruthy();
  await person.type(within(dialog).getByRole('combobox', { name: /Name/ }), '  Trade ');
  await person.click(save);
  expect(await within(dialog).findByText('Your role in the company does not allow this.')).toBeTruthy();
  await person.click(save);
  const saved = await screen.findByText('The review is saved.');
  expect(saved).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Open' }).getAttribute('href')).toBe(`${address}/${first.id}`);
  expect(asked.map(({ body }) => (Object(body) as { save?: string }).save)).toContain('Trade');
});
