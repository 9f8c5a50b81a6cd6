import type { BlockContext, BlockSlot } from '../../model/block-type.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { PlacedBox, QrView } from '../../model/laid-out.ts'
import type { LocalizedText } from '../../model/lang.ts'
import type { Range } from '../../model/source.ts'
import type { Region } from '../../model/theme.ts'
import { hostOf } from '../../model/web-address.ts'
import { withoutScheme } from '../../typeset/find-addresses.ts'
import { parsePlainParagraphs, plainParagraph } from '../../typeset/parse-paragraphs.ts'
import { textBox, typesetFixed, typesetText } from '../../typeset/typeset-text.ts'
import { qrSide, quietZoneOffset } from '../qr.ts'

/** The texts next to a video. */
export interface VideoDetails {
  title: LocalizedText | null
  /** The provider, and a note that the video needs the internet. */
  note: LocalizedText | null
  /** The address on the internet. */
  href: string | null
  /** The accessible name of the QR code; null if there is no code. */
  qr: LocalizedText | null
  range: Range
}

/** The space between the texts. Units: px. */
const between = 12

/** The boxes of the texts and the code, and pages for texts that are too long. */
export interface PlacedDetails {
  boxes: PlacedBox[]
  overflowPages: PlacedBox[][]
}

/** Sets the title, the note, the address and its QR code: the code below the texts, or to their left in a column. */
export function placeDetails(
  details: VideoDetails,
  qr: QrView | null,
  region: Region,
  beside: boolean,
  slot: BlockSlot,
  context: BlockContext,
): PlacedDetails {
  if (!beside || !qr) return placeDetailsWith(details, qr, region, beside ? 'foot' : 'left', slot, context)
  // Next to a low picture the code would take the space of the title, so it goes to the left of the texts.
  const diagnostics: Diagnostic[] = []
  const silent = { ...context, report: (one: Diagnostic) => diagnostics.push(one) }
  for (const code of ['foot', 'side'] as const) {
    const placed = placeDetailsWith(details, qr, region, code, slot, silent)
    if (placed.overflowPages.length > 0) diagnostics.splice(0)
    else {
      for (const one of diagnostics) context.report(one)
      return placed
    }
  }
  return placeDetailsWith(details, qr, region, 'foot', slot, context)
}

/**
 * `place` of the code: `foot` is below the texts; `side` and `left` are to their left, next to a picture and below it.
 */
export function placeDetailsWith(
  details: VideoDetails,
  qr: QrView | null,
  region: Region,
  place: 'foot' | 'side' | 'left',
  slot: BlockSlot,
  context: BlockContext,
): PlacedDetails {
  const side = qr ? qrSide(qr) : 0
  const zone = qr ? quietZoneOffset(qr, side, slot, context) : 0
  const tops = {
    foot: region.y + region.height - side + Math.min(zone, roomBelow(region, slot)),
    side: region.y,
    left: region.y - zone,
  }
  const code = qr && { x: region.x - zone, y: tops[place], width: side, height: side }
  const left = code && place !== 'foot' ? region.x + side - zone + 16 : region.x
  const bottom = code && place === 'foot' ? code.y - between : region.y + region.height
  const column: Region = {
    ...region,
    x: left,
    width: region.x + region.width - left,
    height: bottom - region.y,
    align: 'top',
  }
  const small = [noteBox(details.note, column, context), addressBox(details.href, column, context)].flatMap(
    (box) => box ?? [],
  )
  const smallHeight = small.reduce((sum, { height }) => sum + height + between, 0)
  const title = titleBox(details, { ...column, height: Math.max(0, column.height - smallHeight) }, slot, context)
  let y = title.boxes.reduce((lowest, box) => Math.max(lowest, box.y + box.height + between), column.y)
  const placed = small.map((box) => {
    const at = { ...box, y }
    y += box.height + between / 2
    return at
  })
  const scanned: PlacedBox[] = code ? [{ ...code, region: 'scan', template: 'qr', view: qr }] : []
  return { boxes: [...title.boxes, ...placed, ...scanned], overflowPages: title.overflowPages }
}

/** How far the white zone of a code may reach below its column: not to the line above the footer. Units: px. */
function roomBelow({ y, height }: Region, { layout }: BlockSlot): number {
  const line = layout.regions.rule
  const bottom = y + height
  return line && line.y >= bottom ? Math.max(0, line.y - bottom - fromLine) : Number.POSITIVE_INFINITY
}

/** Units: px. */
const fromLine = 4

function titleBox(
  { title, range }: VideoDetails,
  column: Region,
  slot: BlockSlot,
  context: BlockContext,
): PlacedDetails {
  if (!title?.text) return { boxes: [], overflowPages: [] }
  const style = context.theme.styles.label ? 'label' : 'body'
  return typesetFixed(
    parsePlainParagraphs(title.text),
    title.lang,
    { region: { ...column, style }, name: 'legend' },
    slot,
    range,
    context,
  )
}

const captionIn = (column: Region, { theme }: BlockContext): Region => ({
  ...column,
  style: theme.styles.caption ? 'caption' : 'body',
})

function noteBox(note: LocalizedText | null, column: Region, context: BlockContext): PlacedBox | null {
  if (!note) return null
  const region = captionIn(column, context)
  const fitted = typesetText({ paragraphs: [plainParagraph(note.text)], lang: note.lang, first: region }, context)
  return textBox(fitted, 0, region, { name: 'legend', lang: note.lang, theme: context.theme })
}

/** The address in short form; only its host if it takes more than two lines. */
function addressBox(href: string | null, column: Region, context: BlockContext): PlacedBox | null {
  if (href === null) return null
  const region = captionIn(column, context)
  const short = withoutScheme(href)
    .replace(/^www\./, '')
    .replace(/\/$/, '')
  for (const text of [readable(short), hostOf(href)]) {
    const fitted = typesetText({ paragraphs: [plainParagraph(text, href)], lang: 'en', first: region }, context)
    const lines = fitted.pages.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines)).length
    if (!fitted.overflow && lines <= 2) {
      return textBox(fitted, 0, region, { name: 'legend', lang: context.lang, theme: context.theme })
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
