import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** Units: bytes of chance, 192 bits: nobody guesses them. */
const tokenBytes = 24

/** A secret that fits into an address. */
export const makeToken = (): string => randomBytes(tokenBytes).toString('base64url')

/** A number to be read from one screen and typed into another. Shape: six digits. */
export const makePin = (): string => randomInt(1_000_000).toString().padStart(6, '0')

/** Whether a given text is the secret; how long that takes says nothing about where they differ. */
export function matchesSecret(given: unknown, secret: string): boolean {
  if (typeof given !== 'string') return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(secret))
}
