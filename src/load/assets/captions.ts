import type { CaptionsAsset, Cue } from '../../model/asset.ts'
import type { VideoProblem } from '../../model/problems/video.ts'
import { utf16Encoding } from './utf16.ts'

/**
 * Reads a captions file: WebVTT, or SubRip, which people confuse with it. Cues that are valid are kept, whatever else is
 * wrong with the file.
 */
export async function readCaptions(
  bytes: Uint8Array,
  file: string,
): Promise<{ asset: CaptionsAsset | null; problem: VideoProblem | null }> {
  const text = decodeText(bytes)
  if (text === null) return { asset: null, problem: { code: 'captions-broken', file, reason: 'encoding' } }
  const { parseText } = await import('media-captions')
  const type = text.startsWith('WEBVTT') ? 'vtt' : 'srt'
  const { cues: parsed, errors } = await parseText(text, { type, errors: true })
  const cues: Cue[] = parsed.map(({ startTime, endTime, text }) => ({ start: startTime, end: endTime, text }))
  if (cues.length === 0) return { asset: null, problem: { code: 'captions-broken', file, reason: 'empty' } }
  const lost = Math.max(0, (text.match(/-->/g)?.length ?? 0) - cues.length)
  const asset: CaptionsAsset = { kind: 'captions', file, cues: cues.sort((a, b) => a.start - b.start) }
  if (lost === 0 && errors.length === 0) return { asset, problem: null }
  return { asset, problem: { code: 'captions-faulty', file, line: errors[0]?.line ?? null, lost } }
}

/** Decodes UTF-8, which WebVTT requires, and UTF-16 with a byte order mark. Returns null for any other encoding. */
function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(utf16Encoding(bytes) ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
