import type { FileAsset } from '../../model/asset.ts'
import type { Severity } from '../../model/diagnostic.ts'
import type { LocalizedText } from '../../model/lang.ts'
import type { VideoProblem } from '../../model/problems/video.ts'
import type { VideoBlock } from './types.ts'
import { addressInWords, type ParsedVideoSource } from './video-source.ts'

type VideoDiagnostic = VideoProblem & { severity: Severity }

/** Checks the options of a video. `file` is its file, if it was found. */
export function checkVideo(
  block: VideoBlock<LocalizedText>,
  source: ParsedVideoSource,
  file: FileAsset | null,
): VideoDiagnostic[] {
  const { src: address } = block
  const diagnostics: VideoDiagnostic[] = checkTimes(block, file)
  const around = addressInWords(address)
  if (around?.words) diagnostics.push({ code: 'video-text-ignored', ...wordsOf(around), severity: 'warning' })
  if (source.kind === 'broken') {
    return [...diagnostics, { code: 'video-address-broken', address: source.href.slice(0, 100), severity: 'warning' }]
  }
  if (source.kind === 'private') {
    diagnostics.push({ code: 'video-address-private', address, host: source.host, severity: 'warning' })
  }
  if (source.kind === 'page' && source.provider) {
    diagnostics.push({ code: 'video-id-missing', provider: source.provider, address, severity: 'warning' })
  }
  if (source.kind === 'file') return diagnostics
  if (block.autoplay) diagnostics.push({ code: 'video-autoplay-remote', address, severity: 'info' })
  if (block.captions.length > 0) diagnostics.push({ code: 'captions-remote', address, severity: 'warning' })
  return diagnostics
}

const wordsOf = ({ address, words }: { address: string; words: string }) => ({ address, text: words.slice(0, 200) })

function checkTimes({ start, end }: VideoBlock<LocalizedText>, file: FileAsset | null): VideoDiagnostic[] {
  const lengthS = file?.lengthS ?? null
  const begin = start ?? 0
  const nothingLeft = (end !== null && end <= begin) || (lengthS !== null && begin >= lengthS)
  return nothingLeft ? [{ code: 'video-times-wrong', start: begin, end, lengthS, severity: 'warning' }] : []
}
