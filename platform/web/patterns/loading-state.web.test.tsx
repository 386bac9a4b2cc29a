// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it } from 'vitest';
import { ApiProblem, createWebPlatform, LoadingState, WebProviders } from '../index.ts';

afterEach(cleanup);

const notNeeded = (): Promise<never> => Promise.reject(new Error('not needed here'));

async function show(error: unknown, onRetry?: () => void): Promise<void> {
  const platform = await createWebPlatform({
    modules: [],
    language: 'en',
    session: () => ({ refresh: notNeeded, logout: notNeeded, loadUser: notNeeded, issueTicket: notNeeded }),
  });
  render(
    <WebProviders platform={platform}>
      <MemoryRouter>
        <LoadingState error={error} onRetry={onRetry} refusals={{ 'test.shut': 'It is shut' }} rows={2} />
      </MemoryRouter>
    </WebProviders>,
  );
}

it('says that something is on the way', async () => {
  await show(null);
  const bars = await screen.findByRole('status');
  expect(bars.childElementCount).toBe(2);
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says why it does not come, in the words of the page, and asks again', async () => {
  let asked = 0;
  const fault = new ApiProblem(409, { type: 'about:blank', title: 'Shut', status: 409, code: 'test.shut' });
  await show(fault, () => {
    asked += 1;
  });
  await screen.findByText('It is shut');
  expect(screen.queryByRole('status')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(asked).toBe(1);
});
