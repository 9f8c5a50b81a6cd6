/** A range of code points of a `cmap` table; both ends are included. */
type Segment = readonly [start: number, end: number]

/**
 * Whether the ranges of characters ascend, as the specification asks: reading ranges that overlap could take for ever.
 *
 * Shape:  a `cmap` table; formats other than 4 and 12 are not read and not checked.
 * Errors: throws if a table ends before what it should hold.
 */
export function isSoundCmap(cmap: Buffer): boolean {
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const table = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4))
    const format = table.readUInt16BE(0)
    if (format === 4 && !ascends(segmentsOf(table))) return false
    if (format === 12 && !ascends(groupsOf(table))) return false
  }
  return true
}

function ascends(segments: Iterable<Segment>): boolean {
  let last = -1
  for (const [start, end] of segments) {
    if (start <= last || end < start || end > 0x10ffff) return false
    last = end
  }
  return true
}

function* segmentsOf(table: Buffer): Generator<Segment> {
  const bytes = table.readUInt16BE(6)
  for (let at = 0; at < bytes; at += 2) yield [table.readUInt16BE(16 + bytes + at), table.readUInt16BE(14 + at)]
}

function* groupsOf(table: Buffer): Generator<Segment> {
  for (let i = 0; i < table.readUInt32BE(12); i++)
    yield [table.readUInt32BE(16 + i * 12), table.readUInt32BE(20 + i * 12)]
}
