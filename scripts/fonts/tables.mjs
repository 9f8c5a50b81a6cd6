/** Reads and writes TrueType fonts by their tables. Source: https://learn.microsoft.com/typography/opentype/spec/otff */

/** Returns the tables of a font by their tags. */
export function readTables(font) {
  const tables = new Map()
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + i * 16
    const start = font.readUInt32BE(entry + 8)
    tables.set(font.toString('latin1', entry, entry + 4), font.subarray(start, start + font.readUInt32BE(entry + 12)))
  }
  return tables
}

/** Returns the function from a character to its glyph. Shape: a table of format 4. */
export function readCmap(cmap) {
  const offsets = Array.from({ length: cmap.readUInt16BE(2) }, (_, i) => cmap.readUInt32BE(8 + i * 8))
  const table = cmap.subarray(offsets.find((at) => cmap.readUInt16BE(at) === 4))
  const segments = table.readUInt16BE(6)
  return (character) => {
    const point = character.codePointAt(0)
    for (let i = 0; i < segments; i += 2) {
      const start = table.readUInt16BE(16 + segments + i)
      if (table.readUInt16BE(14 + i) < point || start > point) continue
      const rangeAt = 16 + segments * 3 + i
      const range = table.readUInt16BE(rangeAt)
      const delta = table.readUInt16BE(16 + segments * 2 + i)
      const glyph = range === 0 ? point : table.readUInt16BE(rangeAt + range + (point - start) * 2)
      return (glyph + delta) & 0xffff
    }
    throw new Error(`the font has no ${character}`)
  }
}

/** Returns a table with zeros up to a multiple of four bytes. */
export const padded = (bytes) => Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)])

function checksum(bytes) {
  let sum = 0
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0
  return sum
}

/** Returns the font of some tables, its checksums made anew. */
export function writeTables(tables) {
  const head = Buffer.from(tables.get('head'))
  head.writeUInt32BE(0, 8)
  const all = [...new Map([...tables, ['head', head]])].sort(([a], [b]) => (a < b ? -1 : 1))
  const directory = Buffer.alloc(12 + all.length * 16)
  const power = Math.floor(Math.log2(all.length))
  directory.writeUInt32BE(0x00010000, 0)
  for (const [i, value] of [all.length, 2 ** power * 16, power, (all.length - 2 ** power) * 16].entries())
    directory.writeUInt16BE(value, 4 + i * 2)
  let at = directory.length
  for (const [i, [tag, bytes]] of all.entries()) {
    directory.write(tag, 12 + i * 16, 'latin1')
    for (const [k, value] of [checksum(padded(bytes)), at, bytes.length].entries())
      directory.writeUInt32BE(value, 16 + i * 16 + k * 4)
    at += padded(bytes).length
  }
  const font = Buffer.concat([directory, ...all.map(([, bytes]) => padded(bytes))])
  const headAt = directory.readUInt32BE(12 + all.findIndex(([tag]) => tag === 'head') * 16 + 8)
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, headAt + 8)
  return font
}
