import type { FileReadResult, FileStats } from '../model/files.ts'

const fontFile = /\.(?:ttf|otf|woff2)$/i

/** More than the fonts of all themes that ship. Units: bytes. */
const maxBytes = 16_000_000

/** A file that changed this recently may change again within the resolution of its time. Units: milliseconds. */
const stableAfterMs = 2_000

/** The fonts that were read, by path; those read last are last. */
const fonts = new Map<string, { version: string; result: { bytes: Uint8Array } }>()
let bytesKept = 0

/**
 * Reads a font file, or returns what an earlier call read as long as the file is the same. The decks of one process share their
 * fonts, and what is known of a font is known by its bytes. Any other file is read.
 */
export async function readFontOnce(
  path: string,
  { version, sizeBytes, modifiedMs }: FileStats,
  read: () => Promise<FileReadResult>,
): Promise<FileReadResult> {
  if (!fontFile.test(path)) return read()
  const known = fonts.get(path)
  if (known?.version === version) {
    fonts.delete(path)
    fonts.set(path, known)
    return known.result
  }
  const result = await read()
  const isStable = Date.now() - modifiedMs > stableAfterMs
  if (!('bytes' in result) || result.bytes.length !== sizeBytes || !isStable) return result
  forget(path)
  fonts.set(path, { version, result })
  bytesKept += result.bytes.length
  for (const oldest of fonts.keys()) {
    if (bytesKept <= maxBytes) break
    forget(oldest)
  }
  return result
}

function forget(path: string): void {
  bytesKept -= fonts.get(path)?.result.bytes.length ?? 0
  fonts.delete(path)
}
