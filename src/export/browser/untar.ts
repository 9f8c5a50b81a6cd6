/** A file of an archive. */
export interface TarFile {
  /** Relative, below the folder it is unpacked into. */
  name: string
  executable: boolean
  bytes: Uint8Array
}

const block = 512
const text = (bytes: Uint8Array, start: number, length: number) => {
  const field = Buffer.from(bytes.buffer, bytes.byteOffset + start, length).toString('utf8')
  return field.slice(0, field.indexOf('\0') === -1 ? length : field.indexOf('\0'))
}
const octal = (bytes: Uint8Array, start: number, length: number) =>
  Number.parseInt(text(bytes, start, length).trim() || '0', 8)

/**
 * The files of a tar archive.
 *
 * Shape:  regular files and folders alone, by relative names without `..`: all that the packaged browser holds.
 * Errors: throws on anything else, and on a cut archive, since nothing of a doubtful archive may be unpacked.
 * Source: POSIX ustar, https://pubs.opengroup.org/onlinepubs/9699919799/utilities/pax.html
 */
export function untar(archive: Uint8Array): TarFile[] {
  const files: TarFile[] = []
  for (let at = 0; at + block <= archive.length && archive[at] !== 0; ) {
    const header = archive.subarray(at, at + block)
    const prefix = text(header, 257, 5) === 'ustar' ? text(header, 345, 155) : ''
    const name = prefix === '' ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`
    const size = octal(header, 124, 12)
    const type = text(header, 156, 1) || '0'
    at += block
    if (type !== '0' && type !== '5') throw new Error(`tar: ${name} is neither a file nor a folder`)
    if (name.startsWith('/') || name.split(/[\\/]/).includes('..')) throw new Error(`tar: ${name} leads outside`)
    if (!(size >= 0) || at + size > archive.length) throw new Error(`tar: ${name} is cut short`)
    const executable = (octal(header, 100, 8) & 0o100) !== 0
    if (type === '0') files.push({ name, executable, bytes: archive.subarray(at, at + size) })
    at += Math.ceil(size / block) * block
  }
  return files
}
