// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import { renderScreen } from '../render.fixture.tsx';
import { Feedback, type FeedbackProps } from './feedback.tsx';

/** Shown from what was read before, then read again. */
function ReadAgain(): ReactNode {
  const [given, setGiven] = useState<FeedbackProps['given']>(null);
  return (
    <>
      <button type="button" onClick={() => setGiven({ useful: false, reason: 'incomplete' })}>
        Read again
      </button>
      <Feedback answerId="00000000-0000-7000-8000-000000000001" given={given} />
    </>
  );
}

const thumb = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-pressed');

afterEach(cleanup);

it('shows the judgement the server tells later, until another is given here', async () => {
  await renderScreen(<ReadAgain />, '/', () => ({ status: 'recorded' }));
  await screen.findByRole('button', { name: 'Not useful', pressed: false });
  await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
  expect(thumb('Not useful')).toBe('true');
  await userEvent.click(screen.getByRole('button', { name: 'Useful' }));
  expect([thumb('Useful'), thumb('Not useful')]).toEqual(['true', 'false']);
});
