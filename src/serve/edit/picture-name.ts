/** The longest name without its ending: file systems allow 255 bytes, and a number may be added. Units: bytes. */
const maxBytes = 120

/** Names that Windows reserves for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/** Returns a name for the file of a picture, as `fileStem`. */
export const pictureName = (given: string): string => fileStem(given, 'picture')

/**
 * Returns a name for a file, without an ending: letters and digits of any script, with hyphens between them.
 * Shape: `given` is what the browser calls the file, which may be a path or anything else; `fallback` is for names that none of it can be.
 */
export function fileStem(given: string, fallback: string): string {
  const [file = ''] = given.normalize('NFC').split(/[\\/]/).slice(-1)
  const dot = file.lastIndexOf('.')
  const stem = dot > 0 ? file.slice(0, dot) : file
  const words = stem.split(/[^\p{L}\p{M}\p{N}_]+/u).filter((word) => word !== '')
  const name = shortened(words.join('-'))
  return name === '' || reserved.test(name) || /^\p{M}/u.test(name) ? `${fallback}${name && `-${name}`}` : name
}

/** Cuts a name between its characters. */
function shortened(name: string): string {
  let short = ''
  let sizeBytes = 0
  for (const character of name) {
    sizeBytes += Buffer.byteLength(character)
    if (sizeBytes > maxBytes) break
    short += character
  }
  return short.replace(/-$/, '')
}
