/** The longest name without its ending: file systems allow 255 bytes, and a number may be added. Units: bytes. */
const maxBytes = 120

/** Names that Windows reserves for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * Returns a name for the file of a picture, without an ending: letters and digits of any script, with hyphens between them.
 * Shape: `given` is what the browser calls the file, which may be a path or anything else.
 */
export function pictureName(given: string): string {
  const [file = ''] = given.normalize('NFC').split(/[\\/]/).slice(-1)
  const dot = file.lastIndexOf('.')
  const stem = dot > 0 ? file.slice(0, dot) : file
  const words = stem.split(/[^\p{L}\p{M}\p{N}_]+/u).filter((word) => word !== '')
  const name = shortened(words.join('-'))
  return name === '' || reserved.test(name) || /^\p{M}/u.test(name) ? `picture${name && `-${name}`}` : name
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
