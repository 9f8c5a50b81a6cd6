import { crc32 } from 'node:zlib'

/** Reads an archive of files that are not compressed, by its list at the end, as programs do. Shape: the bytes of each file by name. */
export function readZip(archive: Buffer): Record<string, Buffer> {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06'))
  const wide = (at: number) => Number(archive.readBigUInt64LE(at))
  let [count, start] = [archive.readUInt16LE(end + 10), archive.readUInt32LE(end + 16)]
  if (count === 0xffff) {
    if (archive.readUInt32LE(end - 20) !== 0x07064b50) throw new Error('no place of the wide end')
    const wideEnd = wide(end - 12)
    if (archive.readUInt32LE(wideEnd) !== 0x06064b50) throw new Error('no wide end')
    count = wide(wideEnd + 32)
    start = wide(wideEnd + 48)
  }
  const files: Record<string, Buffer> = {}
  for (let at = start; count > 0; count--) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error(`no file at ${at}`)
    const [nameLength, extraLength] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30)]
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength)
    let extra = at + 46 + nameLength + 4
    const orWide = (value: number) => {
      if (value !== 0xffffffff) return value
      extra += 8
      return wide(extra - 8)
    }
    const size = orWide(archive.readUInt32LE(at + 24))
    if (orWide(archive.readUInt32LE(at + 20)) !== size) throw new Error(`${name} is compressed`)
    const local = orWide(archive.readUInt32LE(at + 42))
    if (archive.readUInt32LE(local) !== 0x04034b50) throw new Error(`${name} is not at ${local}`)
    const bytes = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
    const content = archive.subarray(bytes, bytes + size)
    if (crc32(content) !== archive.readUInt32LE(at + 16)) throw new Error(`${name} is damaged`)
    files[name] = content
    at += 46 + nameLength + extraLength
  }
  return files
}
