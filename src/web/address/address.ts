import { useSyncExternalStore } from 'react';

/** What an address shows: the front, what a search found, or a record by its id. */
export type Address =
  | { readonly view: 'front' }
  | { readonly view: 'review' }
  | { readonly view: 'search'; readonly text: string }
  | { readonly view: 'record'; readonly kind: string; readonly id: string }
  | { readonly view: 'nowhere'; readonly path: string };

/** `person:ann-linde` is at /person/ann-linde. */
export const addressOf = (id: string) =>
  `/${id.replace(':', '/').split('/').map(encodeURIComponent).join('/')}`;

function readAddress(href: string): Address {
  const { pathname, searchParams } = new URL(href);
  const [kind, ...rest] = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  if (kind === undefined) return { view: 'front' };
  if (kind === 'review' && !rest.length) return { view: 'review' };
  if (kind === 'search') return { view: 'search', text: searchParams.get('q') ?? '' };
  return rest.length
    ? { view: 'record', kind, id: `${kind}:${rest.join('/')}` }
    : { view: 'nowhere', path: pathname };
}

const listeners = new Set<() => void>();
const changed = () => listeners.forEach((listener) => listener());
addEventListener('popstate', changed);

/** Goes to an address without loading the page again. */
export function go(href: string): void {
  history.pushState(null, '', href);
  scrollTo(0, 0);
  changed();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export function useAddress(): Address {
  return readAddress(useSyncExternalStore(subscribe, () => location.href));
}
