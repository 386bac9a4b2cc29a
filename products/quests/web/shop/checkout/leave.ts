/** Goes to another site's page, or another page of this one; only to addresses of the web. */
export function leaveTo(address: string): void {
  const url = new URL(address, window.location.href);
  if (url.protocol === 'https:' || url.protocol === 'http:') window.location.assign(url.href);
}
