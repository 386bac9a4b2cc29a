// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { CodeInput } from './code-input.tsx';

afterEach(cleanup);

interface FieldProps {
  readonly fault: string | undefined;
  readonly onComplete: (code: string) => void;
}

function Field({ fault, onComplete }: FieldProps): ReactNode {
  const [code, setCode] = useState('');
  return (
    <CodeInput
      label="Code"
      value={code}
      onChange={setCode}
      onComplete={onComplete}
      fault={fault}
      takesFocus
    />
  );
}

function field(fault?: string) {
  const complete: string[] = [];
  render(<Field fault={fault} onComplete={(given) => complete.push(given)} />);
  return { input: screen.getByLabelText<HTMLInputElement>('Code'), complete };
}

describe('the field of a code', () => {
  it('takes the keyboard, and digits only, and reports six of them once', async () => {
    const { input, complete } = field();
    expect(document.activeElement).toBe(input);
    await userEvent.keyboard('1a2-3 45');
    expect(input.value).toBe('12345');
    expect(complete).toEqual([]);
    await userEvent.keyboard('6789');
    expect(input.value).toBe('123456');
    expect(complete).toEqual(['123456']);
  });

  it('takes a pasted code with spaces and words around it', async () => {
    const { input, complete } = field();
    await userEvent.click(input);
    await userEvent.paste('Your code: 048 213.');
    expect(input.value).toBe('048213');
    expect(complete).toEqual(['048213']);
  });

  it('can be corrected backwards', async () => {
    const { input, complete } = field();
    await userEvent.keyboard('12345{Backspace}{Backspace}99{Backspace}8');
    expect(input.value).toBe('12398');
    expect(complete).toEqual([]);
  });

  it('says what is wrong with it to everybody', () => {
    const { input } = field('The code is wrong.');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    const described = input.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toBe('The code is wrong.');
  });
});
