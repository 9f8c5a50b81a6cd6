import type { FileAsset } from '../../model/asset.ts'
import type { VideoBlock } from '../../model/deck.ts'
import type { Severity } from '../../model/diagnostic.ts'
import type { Said } from '../../model/lang.ts'
import type { VideoProblem } from '../../model/problems/video.ts'
import type { Source } from './address.ts'

type Fault = VideoProblem & { severity: Severity }

/** What is wrong with how a video is wanted. `file` is its file, where that is to be had. */
export function faults(block: VideoBlock<Said>, source: Source, file: FileAsset | null): Fault[] {
  const { src: address } = block
  const found: Fault[] = wrongTimes(block, file)
  if (source.kind === 'private') {
    found.push({ code: 'video-address-private', address, host: source.host, severity: 'warning' })
  }
  if (source.kind === 'page' && source.provider) {
    found.push({ code: 'video-id-missing', provider: source.provider, address, severity: 'warning' })
  }
  if (source.kind === 'file') return found
  if (block.autoplay) found.push({ code: 'video-autoplay-remote', address, severity: 'info' })
  if (block.captions.length > 0) found.push({ code: 'captions-remote', address, severity: 'warning' })
  return found
}

function wrongTimes({ start, end }: VideoBlock<Said>, file: FileAsset | null): Fault[] {
  const lengthS = file?.lengthS ?? null
  const begin = start ?? 0
  const nothingLeft = (end !== null && end <= begin) || (lengthS !== null && begin >= lengthS)
  return nothingLeft ? [{ code: 'video-times-wrong', start: begin, end, lengthS, severity: 'warning' }] : []
}
