import type { AssetRequest } from '../../model/asset.ts'
import type { BlockType } from '../../model/block-type.ts'
import type { MultilingualText } from '../../model/lang.ts'
import { placeCardBox } from '../card.ts'
import { fromEntry, fromSlide } from './read-video.ts'
import type { VideoBlock } from './types.ts'
import { parseVideoSource } from './video-source.ts'

/** A video, shown as a picture that plays it. The code that sets it is loaded for decks with videos only. */
export const videoType: BlockType<'video'> = {
  type: 'video',
  role: 'media',
  layout: 'video',
  regions: ['media', 'image'],
  slideField: 'video',
  fromSlide,
  fromEntry,
  localize: (block, pick) => ({
    ...block,
    title: block.title === null ? null : pick(block.title),
    alt: block.alt === null ? null : pick(block.alt),
  }),
  words: ({ title }) => (title ? [{ text: title }] : []),
  assets,
  posters({ src, poster, posterTime, start }) {
    const source = parseVideoSource(src)
    return source.kind === 'file' && poster === null ? [{ path: source.path, time: posterTime ?? start }] : []
  },
  engine: () => import('./place-video.ts').then(({ placeVideo }) => ({ place: placeVideo })),
  place(block, slot, context) {
    const engine = context.engines.get('video')
    if (engine) return engine.place(block, slot, context)
    const { title, src, range } = block
    return placeCardBox({ kind: 'video', title, address: src, captions: [], range }, slot, context)
  },
}

/** The files that a video names. The players of providers have their own captions. */
function assets({ src, poster, captions, range }: VideoBlock<MultilingualText>): AssetRequest[] {
  const source = parseVideoSource(src)
  const requests: AssetRequest[] = poster === null ? [] : [{ kind: 'image', path: poster, range }]
  if (source.kind !== 'file') return requests
  const tracks = captions.map((track): AssetRequest => ({ kind: 'captions', path: track.src, range: track.range }))
  return [{ kind: 'video', path: source.path, range }, ...requests, ...tracks]
}
