import { readSession, writeSession } from '../parts/storage.ts'

const name = 'show-first'

/** Lets the page of a deck begin with the show instead of the editor, the next time that this tab opens it. */
export const showFirst = (url: string): void => writeSession(name, url)

/** Whether this page is to begin with the show. Asked once: the same page opened again begins with the editor. */
export function takeShowFirst(): boolean {
  const asked = readSession(name)
  writeSession(name, '')
  return asked === location.pathname
}
