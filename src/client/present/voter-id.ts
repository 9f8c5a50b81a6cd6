import { readLocal, writeLocal } from '../parts/storage.ts'

/** Creates a random id. Pages over HTTP have no `randomUUID`. */
export const randomId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Returns the id under which this browser votes. It is random, and tells nothing about the phone or its owner. */
export function voterId(): string {
  const known = readLocal('voter')
  if (known !== null && /^[0-9a-f]{32}$/.test(known)) return known
  const id = randomId()
  writeLocal('voter', id)
  return id
}
