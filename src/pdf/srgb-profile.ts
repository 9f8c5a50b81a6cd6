/** The primaries and the white of sRGB, adapted to D50. Source: IEC 61966-2-1; ICC.1:2022, annex E. */
const colorants = {
  rXYZ: [0.43607, 0.22249, 0.01392],
  gXYZ: [0.38515, 0.71687, 0.09708],
  bXYZ: [0.14307, 0.06061, 0.7141],
  wtpt: [0.9642, 1, 0.8249],
}
/** The adaptation from D65 to D50. */
const adaptation = [1.04791, 0.02293, -0.0502, 0.0296, 0.99046, -0.01707, -0.00925, 0.01506, 0.75179]
/** The curve of sRGB: the exponent and the constants of its two parts. */
const curve = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045]

const headerBytes = 128

/**
 * Returns an ICC profile of sRGB, version 4.
 *
 * Source: ICC.1:2022, 7 to 10.
 */
export function srgbProfile(): Buffer {
  const curveTag = tag('para', [uint16(3), uint16(0), ...curve.map(fixed)])
  const tags: [string, Buffer][] = [
    ['desc', localized('sRGB')],
    ['cprt', localized('CC0')],
    ['chad', tag('sf32', adaptation.map(fixed))],
    ...Object.entries(colorants).map(([name, xyz]): [string, Buffer] => [name, tag('XYZ ', xyz.map(fixed))]),
    ['rTRC', curveTag],
    ['gTRC', curveTag],
    ['bTRC', curveTag],
  ]
  const positions = new Map<Buffer, number>()
  let end = headerBytes + 4 + 12 * tags.length
  for (const [, data] of tags) {
    if (positions.has(data)) continue
    positions.set(data, end)
    end += data.length
  }
  const table = tags.map(([name, data]) =>
    Buffer.concat([Buffer.from(name), uint32(positions.get(data)!), uint32(data.length)]),
  )
  return Buffer.concat([header(end), uint32(tags.length), ...table, ...positions.keys()])
}

function header(size: number): Buffer {
  const bytes = Buffer.alloc(headerBytes)
  bytes.writeUInt32BE(size, 0)
  bytes.writeUInt32BE(0x04400000, 8)
  bytes.write('mntrRGB XYZ ', 12)
  for (const [i, part] of [2026, 1, 1].entries()) bytes.writeUInt16BE(part, 24 + 2 * i)
  bytes.write('acsp', 36)
  for (const [i, part] of colorants.wtpt.entries()) fixed(part).copy(bytes, 68 + 4 * i)
  return bytes
}

/** A tag's data, padded to four bytes. */
function tag(type: string, parts: readonly Buffer[]): Buffer {
  const data = Buffer.concat([Buffer.from(type), uint32(0), ...parts])
  return Buffer.concat([data, Buffer.alloc(-data.length & 3)])
}

function localized(text: string): Buffer {
  const words = Buffer.from(text, 'utf16le').swap16()
  return tag('mluc', [uint32(1), uint32(12), Buffer.from('enUS'), uint32(words.length), uint32(28), words])
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

/** A number with 16 binary places. */
function fixed(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(Math.round(value * 65536))
  return bytes
}
