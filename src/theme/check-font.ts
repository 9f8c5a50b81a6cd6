import { isSoundTrueType, isSoundWoff2 } from '../fonts/sound-font.ts'
import type { Files } from '../model/files.ts'
import { limits } from '../model/limits.ts'

/** Why a font file cannot be used. */
export type FontFault = 'empty' | 'not-font' | 'too-large'

/**
 * Checks a font file; null if it can be used. Shape: `kind` is the format that the theme names it for.
 * Source: the OpenType specification, "Font file"; WOFF 2.0, 4.1.
 */
export async function checkFont(path: string, kind: 'ttf' | 'woff2', files: Files): Promise<FontFault | null> {
  const file = await files.open(path)
  try {
    const { sizeBytes } = file.stats
    if (sizeBytes === 0) return 'empty'
    if (sizeBytes > limits.fontBytes) return 'too-large'
    const head = Buffer.from(await file.read(0, 4096))
    if (!(kind === 'ttf' ? isTrueType(head, sizeBytes) : isWoff2(head, sizeBytes))) return 'not-font'
    const whole = await file.read(0, sizeBytes)
    return (kind === 'ttf' ? isSoundTrueType(whole) : isSoundWoff2(whole)) ? null : 'not-font'
  } finally {
    await file.close()
  }
}

function isTrueType(head: Buffer, sizeBytes: number): boolean {
  if (head.length < 12 || !['\0\x01\0\0', 'true', 'OTTO'].includes(head.toString('latin1', 0, 4))) return false
  const count = head.readUInt16BE(4)
  for (let at = 12; at < 12 + count * 16 && at + 16 <= head.length; at += 16) {
    if (head.readUInt32BE(at + 8) + head.readUInt32BE(at + 12) > sizeBytes) return false
  }
  return count > 0
}

const isWoff2 = (head: Buffer, sizeBytes: number): boolean =>
  head.length >= 48 &&
  head.toString('latin1', 0, 4) === 'wOF2' &&
  head.readUInt32BE(8) === sizeBytes &&
  head.readUInt16BE(12) > 0
