import { type Decoded, decode } from '../parse/decode.ts'

/**
 * Returns the encoding that a file has to lose before its text can be edited: it becomes UTF-8 then, so people are asked first,
 * and a copy is kept. `misread` stands for UTF-8 that was once read as something else and saved again. Null if edits can go
 * into the bytes as they are, also behind a byte order mark, or if the file has no text at all.
 */
export function needsConversion(bytes: Uint8Array): Exclude<Decoded['encoding'], 'utf-8'> | 'misread' | null {
  const { text, encoding, diagnostics } = decode(bytes)
  if (text === null) return null
  if (encoding !== 'utf-8') return encoding
  return diagnostics.some(({ code }) => code === 'encoding-twice') ? 'misread' : null
}
