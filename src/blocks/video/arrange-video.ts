import type { BlockContext, BlockSlot, PlacedBlock } from '../../model/block-type.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { PlacedBox, QrView } from '../../model/laid-out.ts'
import type { LocalizedText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'
import type { Box, Region } from '../../model/theme.ts'
import { alignBox, containBox, insetFromEdge, withCaptionRoom } from '../../typeset/box-geometry.ts'
import { parsePlainParagraphs, plainParagraph } from '../../typeset/parse-paragraphs.ts'
import { textBox, typesetFixed, typesetText } from '../../typeset/typeset-text.ts'
import { createQr, quietZoneOffset } from '../qr.ts'

/** What is told of a video beside its picture. */
export interface VideoDetails {
  title: LocalizedText | null
  /** Who plays it, and what that needs. */
  note: LocalizedText | null
  /** Its address on the internet. */
  href: string | null
  /** What the QR code of the address is called; null where none is wanted. */
  qr: LocalizedText | null
  range: Range
}

const screenShape = { width: 16, height: 9 }

/** Units: px. `aside` is the narrowest place for words beside a picture, `words` what they may take of its height. */
const sizes = { aside: 280, words: 400, gap: 40, under: 28, between: 12 }

/** The dark part of a QR code: 28 mm on a slide as wide as A4 paper, 18 mm on one of two on a sheet. Units: px. */
const qrSizePx = 132

/** Puts a video in its region: alone in the middle, or with what is told of it at its right, or under it in a column. */
export function arrangeVideo(
  details: VideoDetails,
  video: PlacedBox,
  slot: BlockSlot,
  tools: BlockContext,
): PlacedBlock {
  const qr = details.href && details.qr ? createQr(details.href, details.qr) : null
  const box = { ...video, region: slot.regionName }
  const region = withCaptionRoom(slot.first, slot.layout.regions.caption)
  if (!details.title?.text && !details.note) {
    return { pages: [[{ ...box, ...containBox(screenShape, region) }]], overflow: [], size: null }
  }
  const room = insetFromEdge(region)
  const beside = room.width >= 2 * sizes.aside + sizes.gap && room.width / room.height > 1
  const arrangements = beside
    ? [sizes.words, room.height].map((tallest) => sideBySide(room, Math.min(room.height, tallest)))
    : [stacked(room, qr)]
  const tried = arrangements.map(({ picture, words }) => {
    const diagnostics: Diagnostic[] = []
    const placed = placeDetails(details, qr, words, beside, slot, { ...tools, report: (one) => diagnostics.push(one) })
    return { picture, ...placed, diagnostics }
  })
  const { picture, boxes, overflowPages, diagnostics } =
    tried.find((way) => way.overflowPages.length === 0) ?? tried.at(-1)!
  for (const one of diagnostics) tools.report(one)
  return { pages: [[{ ...box, ...picture }, ...boxes], ...overflowPages], overflow: [], size: null }
}

/** A picture as large as leaves room for words at its right; they may be `tallest` where it is lower. Units: px. */
function sideBySide(room: Region, tallest: number): { picture: Box; words: Region } {
  const width = Math.round(Math.min((room.height * 16) / 9, room.width - sizes.gap - sizes.aside))
  const height = Math.round((width * 9) / 16)
  const tall = Math.max(height, tallest)
  const { y } = alignBox(room, tall)
  const x = room.x + width + sizes.gap
  return {
    picture: { x: room.x, y, width, height },
    words: { ...room, x, y, width: room.x + room.width - x, height: tall },
  }
}

/** A picture as wide as its column, unless the words under it need the room. */
function stacked(room: Region, qr: QrView | null): { picture: Box; words: Region } {
  const needed = (qr ? qrSide(qr) : 0) + 64
  const height = Math.round(Math.min((room.width * 9) / 16, room.height - needed - sizes.under))
  const width = Math.round((height * 16) / 9)
  const total = Math.min(room.height, height + sizes.under + Math.max(needed, 200))
  const { y } = alignBox(room, total)
  const x = room.x + Math.floor((room.width - width) / 2)
  const top = y + height + sizes.under
  return { picture: { x, y, width, height }, words: { ...room, y: top, height: room.y + room.height - top } }
}

/** A QR code grows with its quiet zone, so that its dark part has the size that is asked for. Units: px. */
const qrSide = ({ size }: QrView): number => Math.ceil((qrSizePx * size) / (size - 8))

interface PlacedDetails {
  boxes: PlacedBox[]
  overflowPages: PlacedBox[][]
}

/** The title, the note, the address as a link, and its QR code: at the foot beside a picture, at the left under one. */
function placeDetails(
  details: VideoDetails,
  qr: QrView | null,
  region: Region,
  beside: boolean,
  slot: BlockSlot,
  tools: BlockContext,
): PlacedDetails {
  if (!beside || !qr) return placeDetailsWith(details, qr, region, beside ? 'foot' : 'left', slot, tools)
  // Beside a low picture the code takes the room of the title: there it stands at the left, too.
  const reports: ReportedDiagnostic[] = []
  const silent = { ...tools, report: (diagnostics: ReportedDiagnostic) => void reports.push(diagnostics) }
  for (const code of ['foot', 'side'] as const) {
    const placed = placeDetailsWith(details, qr, region, code, slot, silent)
    if (placed.overflowPages.length > 0) reports.splice(0)
    else {
      for (const diagnostics of reports) tools.report(diagnostics)
      return placed
    }
  }
  return placeDetailsWith(details, qr, region, 'foot', slot, tools)
}

type ReportedDiagnostic = Parameters<BlockContext['report']>[0]

/** `place` of the code: below the words, at their left beside a picture, at their left under one. */
function placeDetailsWith(
  details: VideoDetails,
  qr: QrView | null,
  region: Region,
  place: 'foot' | 'side' | 'left',
  slot: BlockSlot,
  tools: BlockContext,
): PlacedDetails {
  const side = qr ? qrSide(qr) : 0
  const zone = qr ? quietZoneOffset(qr, side, slot, tools) : 0
  const tops = { foot: region.y + region.height - side + zone, side: region.y, left: region.y - zone }
  const code = qr && { x: region.x - zone, y: tops[place], width: side, height: side }
  const left = code && place !== 'foot' ? region.x + side - zone + 16 : region.x
  const bottom = code && place === 'foot' ? code.y - sizes.between : region.y + region.height
  const column: Region = {
    ...region,
    x: left,
    width: region.x + region.width - left,
    height: bottom - region.y,
    align: 'top',
  }
  const small = [noteBox(details.note, column, tools), addressBox(details.href, column, tools)].flatMap(
    (box) => box ?? [],
  )
  const smallHeight = small.reduce((sum, { height }) => sum + height + sizes.between, 0)
  const title = titleBox(details, { ...column, height: Math.max(0, column.height - smallHeight) }, slot, tools)
  let y = title.boxes.reduce((lowest, box) => Math.max(lowest, box.y + box.height + sizes.between), column.y)
  const placed = small.map((box) => {
    const at = { ...box, y }
    y += box.height + sizes.between / 2
    return at
  })
  const scanned: PlacedBox[] = code ? [{ ...code, region: 'scan', template: 'qr', view: qr }] : []
  return { boxes: [...title.boxes, ...placed, ...scanned], overflowPages: title.overflowPages }
}

function titleBox({ title, range }: VideoDetails, column: Region, slot: BlockSlot, tools: BlockContext): PlacedDetails {
  if (!title?.text) return { boxes: [], overflowPages: [] }
  const style = tools.theme.styles.label ? 'label' : 'body'
  return typesetFixed(
    parsePlainParagraphs(title.text),
    title.lang,
    { region: { ...column, style }, name: 'legend' },
    slot,
    range,
    tools,
  )
}

const captionIn = (column: Region, { theme }: BlockContext): Region => ({
  ...column,
  style: theme.styles.caption ? 'caption' : 'body',
})

function noteBox(note: LocalizedText | null, column: Region, tools: BlockContext): PlacedBox | null {
  if (!note) return null
  const region = captionIn(column, tools)
  const fitted = typesetText({ paragraphs: [plainParagraph(note.text)], lang: note.lang, first: region }, tools)
  return textBox(fitted, 0, region, { name: 'legend', lang: note.lang, theme: tools.theme })
}

/** The address without what everybody knows of it; only its host where it takes more than two lines. */
function addressBox(href: string | null, column: Region, tools: BlockContext): PlacedBox | null {
  if (href === null) return null
  const region = captionIn(column, tools)
  const short = href.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
  for (const text of [readable(short), new URL(href).host]) {
    const fitted = typesetText({ paragraphs: [plainParagraph(text, href)], lang: 'en', first: region }, tools)
    const lines = fitted.pages.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines)).length
    if (!fitted.overflow && lines <= 2) {
      return textBox(fitted, 0, region, { name: 'legend', lang: tools.lang, theme: tools.theme })
    }
  }
  return null
}

function readable(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}
