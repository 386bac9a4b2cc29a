/** The screen that says what a company asks for; `from` is where the person came from. */
export function enterPath(told: Readonly<Record<string, unknown>>, from: string): string {
  const id = told['company_id'];
  return typeof id === 'string' ? `/companies/${id}/enter?from=${encodeURIComponent(from)}` : '/companies';
}
