import { createHash } from 'node:crypto'

/** Returns the SHA-256 of some content as 64 hexadecimal digits. */
export function sha256(...parts: readonly (Uint8Array | string)[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

/** Returns a hash that is short enough for names of files and keys of caches: 32 hexadecimal digits. */
export const shortHash = (...parts: readonly (Uint8Array | string)[]): string => sha256(...parts).slice(0, 32)

/** The hashes of bytes that are asked for again, such as those of fonts. */
const known = new WeakMap<Uint8Array, string>()

/** As `sha256`, for bytes that stay in memory and do not change. */
export function sha256Once(bytes: Uint8Array): string {
  const hash = known.get(bytes) ?? sha256(bytes)
  known.set(bytes, hash)
  return hash
}
