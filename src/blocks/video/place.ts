import { type FileAsset, type ImageAsset, stillKey } from '../../model/asset.ts'
import type { Placed, PlaceTools, Slot } from '../../model/block.ts'
import type { VideoBlock } from '../../model/deck.ts'
import type { ImageView, PlacedBox, VideoPlayer, VideoView } from '../../model/laid-out.ts'
import type { Said } from '../../model/lang.ts'
import { placeCard } from '../card.ts'
import { type Source, sourceOf } from './address.ts'
import { arrange } from './arrange.ts'
import { faults } from './faults.ts'
import { words } from './words.ts'

type LocalVideo = VideoBlock<Said>
type Online = Extract<Source, { href: string }>

/** Sets a video: its picture, which plays it, and beside it what it is and where on the internet it is to be found. */
export function placeVideo(block: LocalVideo, slot: Slot, tools: PlaceTools): Placed {
  const source = sourceOf(block.src, block)
  const asset = source.kind === 'file' ? tools.asset(source.path) : null
  const file = asset?.kind === 'file' ? asset : null
  for (const fault of faults(block, source, file)) tools.report({ ...fault, range: block.range })
  if (source.kind === 'player' || source.kind === 'page') return placeOnline(block, source, slot, tools)
  if (file) return placeFile(block, file, slot, tools)
  const { title, src: address, range } = block
  return placeCard({ kind: 'video', title, address, captions: [], range, closed: true }, slot, tools)
}

function placeFile(block: LocalVideo, file: FileAsset, slot: Slot, tools: PlaceTools): Placed {
  const src = file.name.split('/').map(encodeURIComponent).join('/')
  const { end, autoplay, muted, loop } = block
  const start = block.start ?? 0
  const captions = block.captions.flatMap(({ src, lang, label }) => {
    const asset = tools.asset(src)
    if (asset?.kind !== 'captions') return []
    const cues = asset.cues.map(({ start, end, text }): [number, number, string] => [start, end, text])
    return [{ lang, label: label ?? languageName(lang), cues }]
  })
  const player: VideoPlayer = { kind: 'file', src, start, end, autoplay, muted, loop, captions }
  const shownS = file.lengthS === null ? null : Math.min(end ?? file.lengthS, file.lengthS) - start
  const view: VideoView = {
    href: src,
    ...named(block, null, tools),
    poster: posterOf(block, file, tools),
    length: lengthOf(shownS ?? (end === null ? null : end - start)),
    fileName: file.name.slice(file.name.lastIndexOf('/') + 1),
    player: JSON.stringify(player),
  }
  return arrange({ title: block.title, note: null, href: null, qr: null, range: block.range }, boxOf(view), slot, tools)
}

function placeOnline(block: LocalVideo, source: Online, slot: Slot, tools: PlaceTools): Placed {
  const where = source.kind === 'player' ? source.provider : source.host
  const said = words[tools.lang]
  const { label, lang } = named(block, where, tools)
  const player: VideoPlayer | null =
    source.kind === 'player' ? { kind: 'frame', src: source.player, title: block.title?.text ?? label } : null
  const view: VideoView = {
    href: source.href,
    label,
    lang,
    poster: posterOf(block, null, tools),
    length: block.end === null ? null : lengthOf(block.end - (block.start ?? 0)),
    fileName: null,
    player: player && JSON.stringify(player),
  }
  const frame = player && new URL(player.src).origin
  const about = {
    title: block.title,
    note: { text: source.kind === 'player' ? said.online(where) : said.onlinePage, lang: tools.lang },
    href: source.href,
    qr: block.qr ? { text: said.qr(where), lang: tools.lang } : null,
    range: block.range,
  }
  return arrange(about, { ...boxOf(view), ...(frame ? { frame } : {}) }, slot, tools)
}

/** A box that has no place yet. */
const boxOf = (view: VideoView): PlacedBox => ({
  x: 0,
  y: 0,
  width: 0,
  height: 0,
  region: 'media',
  template: 'video',
  view,
})

function named({ title, alt }: LocalVideo, where: string | null, { lang }: PlaceTools) {
  const what = [title?.text, alt?.text].filter(Boolean).join('. ')
  return { label: words[lang].play(what || null, where), lang }
}

/** A picture of other proportions than a screen's stands whole between dark edges, as the video itself will. */
const screen = { ratio: 16 / 9, leastSeen: 0.8 }

function posterOf(block: LocalVideo, file: FileAsset | null, { asset, lang }: PlaceTools): ImageView | null {
  const time = block.posterTime ?? block.start
  const own = block.poster === null ? null : asset(block.poster)
  const still = file && asset(stillKey({ path: sourcePath(block), time }))
  const picture = [own, still].find((one): one is ImageAsset => one?.kind === 'image')
  if (!picture) return null
  const ratio = picture.width / picture.height / screen.ratio
  const fit = Math.min(ratio, 1 / ratio) >= screen.leastSeen ? 'cover' : 'contain'
  return { picture, alt: '', lang, fit, focus: { x: 0.5, y: 0.5 } }
}

function sourcePath({ src }: LocalVideo): string {
  const source = sourceOf(src)
  return source.kind === 'file' ? source.path : src
}

/** `3:25`, `1:02:05`. Units: seconds. */
export function lengthOf(seconds: number | null): string | null {
  if (seconds === null || !(seconds > 0)) return null
  const whole = Math.max(1, Math.round(seconds))
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const shown = parts[0] === 0 ? parts.slice(1) : parts
  return shown.map((part, i) => (i === 0 ? String(part) : String(part).padStart(2, '0'))).join(':')
}

function languageName(lang: string): string {
  const name = new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang
  return name.slice(0, 1).toLocaleUpperCase(lang) + name.slice(1)
}
