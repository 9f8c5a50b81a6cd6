import { tokenFragment } from '../../model/wire/edit-service.ts'
import { readSession, writeSession } from '../parts/storage.ts'

const name = 'edit-token'

/** Keeps the token that the address carries, as long as the tab is open, and takes it out of the address. */
export function keepToken(): void {
  const parts = location.hash.slice(1).split('&')
  const token = parts.find((part) => part.startsWith(tokenFragment))?.slice(tokenFragment.length)
  if (!token) return
  setToken(token)
  history.replaceState(null, '', location.pathname + location.search)
}

/** Keeps a token as long as the tab is open; an empty one takes the right to edit away. */
export const setToken = (token: string): void => writeSession(name, token)

/** The token with which this tab may edit; null if it has none. */
export const readToken = (): string | null => readSession(name)
