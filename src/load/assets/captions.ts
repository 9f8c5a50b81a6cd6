import type { CaptionsAsset, Cue } from '../../model/asset.ts'
import type { VideoProblem } from '../../model/problems/video.ts'

/**
 * Makes an asset of a file of captions: WebVTT, or SubRip, which people take for it.
 * What can be shown is kept, whatever else is wrong with the file.
 */
export async function readCaptions(
  bytes: Uint8Array,
  file: string,
): Promise<{ asset: CaptionsAsset | null; problem: VideoProblem | null }> {
  const text = textOf(bytes)
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

/** WebVTT is UTF-8; null for anything else but UTF-16, which says so itself. */
function textOf(bytes: Uint8Array): string | null {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  try {
    return new TextDecoder(wide ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
