import { languageName } from '../../languages/format.ts'
import { languages } from '../../languages/languages.ts'
import { type FileAsset, type ImageAsset, posterKey } from '../../model/asset.ts'
import type { BlockContext, BlockSlot, PlacedBlock } from '../../model/block-type.ts'
import type { ImageView, PlacedBox } from '../../model/laid-out.ts'
import type { Lang, LocalizedText } from '../../model/lang.ts'
import { parseAddress } from '../../model/web-address.ts'
import type { VideoPlayer } from '../../model/wire/video-player.ts'
import { withoutMarkup } from '../../typeset/without-markup.ts'
import { placeCardBox } from '../card.ts'
import { arrangeVideo } from './arrange-video.ts'
import { checkVideo } from './check-video.ts'
import type { VideoBlock, VideoView } from './types.ts'
import { type ParsedVideoSource, parseVideoSource } from './video-source.ts'

type LocalVideo = VideoBlock<LocalizedText>
type OnlineSource = Extract<ParsedVideoSource, { kind: 'player' | 'page' }>

/** Sets a video: a picture that plays it, and next to it its title and address. */
export function placeVideo(block: LocalVideo, slot: BlockSlot, context: BlockContext): PlacedBlock {
  const source = parseVideoSource(block.src, block)
  const asset = source.kind === 'file' ? context.asset(source.path) : null
  const file = asset?.kind === 'file' ? asset : null
  for (const fault of checkVideo(block, source, file)) context.report({ ...fault, range: block.range })
  if (source.kind === 'player' || source.kind === 'page') return placeOnline(block, source, slot, context)
  if (file) return placeFile(block, file, slot, context)
  const { title, src: address, range } = block
  return placeCardBox({ kind: 'video', title, address, captions: [], range, unlinked: true }, slot, context)
}

function placeFile(block: LocalVideo, file: FileAsset, slot: BlockSlot, context: BlockContext): PlacedBlock {
  const src = file.name.split('/').map(encodeURIComponent).join('/')
  const { end, autoplay, muted, loop } = block
  const start = block.start ?? 0
  const captions = block.captions.flatMap(({ src, lang, label }) => {
    const asset = context.asset(src)
    if (asset?.kind !== 'captions') return []
    const cues = asset.cues.map(({ start, end, text }): [number, number, string] => [start, end, text])
    return [{ lang, label: label ?? nativeName(lang), cues }]
  })
  const player: VideoPlayer = { kind: 'file', src, start, end, autoplay, muted, loop, captions }
  const shownS = file.lengthS === null ? null : Math.min(end ?? file.lengthS, file.lengthS) - start
  const view: VideoView = {
    href: src,
    ...playLabel(block, null, context),
    poster: posterOf(block, file, context),
    length: formatDuration(shownS ?? (end === null ? null : end - start)),
    fileName: file.name.slice(file.name.lastIndexOf('/') + 1),
    player: JSON.stringify(player),
  }
  return arrangeVideo(
    { title: block.title, note: null, href: null, qr: null, range: block.range },
    unplacedBox(view),
    slot,
    context,
  )
}

function placeOnline(block: LocalVideo, source: OnlineSource, slot: BlockSlot, context: BlockContext): PlacedBlock {
  const where = source.kind === 'player' ? source.provider : source.host
  const videoWords = languages[context.lang].video
  const { label, lang } = playLabel(block, where, context)
  const player: VideoPlayer | null =
    source.kind === 'player'
      ? { kind: 'frame', src: source.player, title: block.title ? withoutMarkup(block.title).text : label }
      : null
  const view: VideoView = {
    href: source.href,
    label,
    lang,
    poster: posterOf(block, null, context),
    length: block.end === null ? null : formatDuration(block.end - (block.start ?? 0)),
    fileName: null,
    player: player && JSON.stringify(player),
  }
  const frame = player && parseAddress(player.src)?.origin
  const details = {
    title: block.title,
    note: { text: source.kind === 'player' ? videoWords.online(where) : videoWords.onlinePage, lang: context.lang },
    href: source.href,
    qr: block.qr ? { text: videoWords.qr(where), lang: context.lang } : null,
    range: block.range,
  }
  return arrangeVideo(details, { ...unplacedBox(view), ...(frame ? { frame } : {}) }, slot, context)
}

/** A box whose position is not known yet. */
const unplacedBox = (view: VideoView): PlacedBox => ({
  x: 0,
  y: 0,
  width: 0,
  height: 0,
  region: 'media',
  template: 'video',
  view,
})

function playLabel({ title, alt }: LocalVideo, where: string | null, { lang }: BlockContext) {
  const what = [title, alt].flatMap((text) => (text?.text ? [withoutMarkup(text).text] : [])).join('. ')
  return { label: languages[lang].video.play(what || null, where), lang }
}

/** A picture whose aspect ratio differs from the screen's is shown uncropped on black, as the video itself will be. */
const posterCrop = { ratio: 16 / 9, leastSeen: 0.8 }

function posterOf(block: LocalVideo, file: FileAsset | null, { asset, lang }: BlockContext): ImageView | null {
  const time = block.posterTime ?? block.start
  const own = block.poster === null ? null : asset(block.poster)
  const still = file && asset(posterKey({ path: sourcePath(block), time }))
  const picture = [own, still].find((one): one is ImageAsset => one?.kind === 'image')
  if (!picture) return null
  const ratio = picture.width / picture.height / posterCrop.ratio
  const fit = Math.min(ratio, 1 / ratio) >= posterCrop.leastSeen ? 'cover' : 'contain'
  return { picture, alt: '', lang, fit, focus: { x: 0.5, y: 0.5 } }
}

function sourcePath({ src }: LocalVideo): string {
  const source = parseVideoSource(src)
  return source.kind === 'file' ? source.path : src
}

/** `3:25`, `1:02:05`. Units: seconds. */
export function formatDuration(seconds: number | null): string | null {
  if (seconds === null || !(seconds > 0)) return null
  const whole = Math.max(1, Math.round(seconds))
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}

/** Returns the name of a language in that language, as a label. */
function nativeName(lang: Lang): string {
  const name = languageName(lang, lang)
  return name.slice(0, 1).toLocaleUpperCase(lang) + name.slice(1)
}
