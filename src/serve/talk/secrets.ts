import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** 192 random bits cannot be guessed. Units: bytes. */
const tokenBytes = 24

/** Creates a secret for a URL. */
export const makeToken = (): string => randomBytes(tokenBytes).toString('base64url')

/** Creates a PIN, which users read on one screen and type on another. Shape: six digits. */
export const makePin = (): string => randomInt(1_000_000).toString().padStart(6, '0')

/** Whether a text is the secret. The time of the comparison does not reveal where they differ. */
export function matchesSecret(given: unknown, secret: string): boolean {
  if (typeof given !== 'string') return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(given), digest(secret))
}
