/** Names that Windows reserves for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** File systems allow 255 bytes, and extensions are added. Units: bytes of UTF-8. */
const maxBytes = 200

/**
 * Returns the name that a file gets which somebody calls so: with hyphens in words for characters that file names cannot have
 * on every machine, no longer than they may be, and with a number if it is taken. Empty if nothing of the name is left.
 *
 * Shape: without its ending; `taken` has the names of other files, also without endings.
 */
export function fileNameFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFC')
    .trim()
    .replace(/(?:\.(?:deck|json|txt)){1,4}$/i, '')
    .split(/\s+/)
    .map((word) =>
      word
        .split(/[^\p{L}\p{M}\p{N}._-]+/u)
        .filter(Boolean)
        .join('-'),
    )
    .filter(Boolean)
    .join(' ')
  const stem = trimmed(shortened(plain, maxBytes - 4))
  if (stem === '') return ''
  const free = reserved.test(stem) ? stem.replace(/^[^.]+/, '$&-1') : stem
  const keys = new Set(taken.map(keyOf))
  let [unique, n] = [free, 2]
  while (keys.has(keyOf(unique))) unique = `${free}-${n++}`
  return unique
}

const keyOf = (name: string): string => name.normalize('NFC').toLowerCase()

/** Without marks at its ends, with which files are hidden or cannot be found. */
function trimmed(name: string): string {
  const letters = name.replace(/^[^\p{L}\p{N}]+/u, '')
  let end = letters.length
  while (' .-'.includes(letters.charAt(end - 1)) && end > 0) end--
  return letters.slice(0, end)
}

function shortened(name: string, bytes: number): string {
  const encoder = new TextEncoder()
  let letters = [...name].slice(0, bytes)
  while (encoder.encode(letters.join('')).length > bytes) letters = letters.slice(0, -1)
  return letters.join('')
}
