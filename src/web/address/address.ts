import { useSyncExternalStore } from 'react';

/** Views that are of no single record, by the first part of their address. */
const rooms = ['search', 'explore', 'talks', 'read', 'review'] as const;
export type Room = (typeof rooms)[number];

/** What an address shows: the front, a room with its part and what it was asked, or a record by its id. */
export type Address =
  | { readonly view: 'front' }
  | {
      readonly view: 'room';
      readonly room: Room;
      readonly part: string | undefined;
      readonly asked: URLSearchParams;
    }
  | { readonly view: 'record'; readonly kind: string; readonly id: string }
  | { readonly view: 'nowhere'; readonly path: string };

/** `person:ann-linde` is at /person/ann-linde. */
export const addressOf = (id: string) =>
  `/${id.replace(':', '/').split('/').map(encodeURIComponent).join('/')}`;

/** Where a room is with what it is asked; what is empty is left out. */
export function roomAt(path: string, asked: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(asked).filter((entry): entry is [string, string] => !!entry[1]);
  return given.length ? `/${path}?${new URLSearchParams(given)}` : `/${path}`;
}

function readAddress(href: string): Address {
  const { pathname, searchParams } = new URL(href);
  const [first, ...rest] = pathname.split('/').filter(Boolean).map(decodeURIComponent);
  if (first === undefined) return { view: 'front' };
  const room = rooms.find((r) => r === first);
  if (room) return { view: 'room', room, part: rest[0], asked: searchParams };
  return rest.length
    ? { view: 'record', kind: first, id: `${first}:${rest.join('/')}` }
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

/** Says where one is now, as a slider moves, without a step for the browser's back. */
export function stay(href: string): void {
  history.replaceState(null, '', href);
  changed();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export function useAddress(): Address {
  return readAddress(useSyncExternalStore(subscribe, () => location.href));
}

/** What the room that one is in is asked. */
export function useAsked(): URLSearchParams {
  const address = useAddress();
  return address.view === 'room' ? address.asked : new URLSearchParams();
}
