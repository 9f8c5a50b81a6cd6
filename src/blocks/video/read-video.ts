import { detectLanguage } from '../../languages/detect-language.ts'

import type { ReadBlocks } from '../../model/block-type.ts'

import type { CaptionTrack, Slide, VideoObject } from '../../model/deck-file.ts'
import { langs } from '../../model/lang.ts'
import { isPlaceholder } from '../../model/placeholder.ts'
import type { ObjectNode, SourceNode } from '../../model/source.ts'
import { booleanOf, enumOf, field, itemsOf, numberOf, read, stringOf, textOf } from '../fields.ts'
import type { VideoBlock } from './types.ts'

/** Reads a slide's `video`: a path, an address, or an object. */
export function fromSlide(slide: ObjectNode): ReadBlocks {
  const node = field<Slide>(slide, 'video')
  return read(node?.type === 'object' ? readVideo(node) : readSource(node))
}

/** Reads a video among a slide's `blocks`. */
export const fromEntry = (entry: ObjectNode): ReadBlocks => read(readVideo(entry))

function readVideo(entry: ObjectNode): VideoBlock | null {
  const own = (name: keyof VideoObject) => field<VideoObject>(entry, name)
  const block = readSource(own('src'))
  if (!block) return null
  return {
    ...block,
    poster: stringOf(own('poster')),
    posterTime: numberOf(own('poster_time')),
    start: numberOf(own('start')),
    end: numberOf(own('end')),
    title: textOf(own('title')),
    alt: textOf(own('alt')),
    captions: itemsOf(own('captions')).flatMap((node) => readCaptions(node) ?? []),
    autoplay: booleanOf(own('autoplay')),
    muted: booleanOf(own('muted')),
    loop: booleanOf(own('loop')),
    qr: own('qr')?.type === 'boolean' ? booleanOf(own('qr')) : block.qr,
    range: entry.range,
  }
}

/** Reads a video that is only a path or an address. An address is printed as a QR code unless the deck forbids it. */
function readSource(node: SourceNode | undefined): VideoBlock | null {
  const src = stringOf(node)
  if (!node || src === null || isPlaceholder(src)) return null
  const none = { poster: null, posterTime: null, start: null, end: null, title: null, alt: null, captions: [] }
  return { type: 'video', src, ...none, autoplay: false, muted: false, loop: false, qr: true, range: node.range }
}

function readCaptions(node: SourceNode): VideoBlock['captions'][number] | null {
  if (node.type !== 'object') return null
  const path = field<CaptionTrack>(node, 'src')
  const src = stringOf(path)
  if (!path || src === null) return null
  const label = stringOf(field<CaptionTrack>(node, 'label'))
  const lang = enumOf(field<CaptionTrack>(node, 'lang'), langs) ?? detectLanguage([label ?? '']) ?? langs[0]
  return { src, lang, label, range: path.range }
}
