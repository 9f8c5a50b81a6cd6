import type { BlockContext, BlockSlot } from '../../model/block-type.ts'
import type { PlacedBox } from '../../model/laid-out.ts'
import { type Region, snapToGrid } from '../../model/theme.ts'
import { hostOf } from '../../model/web-address.ts'
import type { MapWords } from '../../model/words.ts'
import { plainParagraph } from '../../typeset/parse-paragraphs.ts'
import { styleOf, textBox, typesetText } from '../../typeset/typeset-text.ts'
import { createQr, qrSide, quietZoneOffset } from '../qr.ts'
import { type MapLink, mapProviderOf } from './understand/map-link.ts'
import type { MapPlan } from './understand/map-plan.ts'

/** The width of the panel next to the map, and its height below it: a QR code with its quiet zone is no larger. Units: px. */
const leastSize = 200

/** The panel in parts of the size of its text: the names of map providers fit into a line, and no letter is cut off. */
const textShare = 8

const gap = 24
const textHeight = 120

/** The white zone of the code may reach so far above the map: a line below the title is nearer than the whole zone. */
const mostRise = 20

/** Whether there is a link, and space for it. */
export function hasLinkPanel({ link }: MapPlan, { first, layout }: BlockSlot, { theme }: BlockContext): boolean {
  return link !== null && (isBeside(first) || first.height >= 2 * panelSizeOf(layout, theme))
}

function panelSizeOf({ regions }: BlockSlot['layout'], theme: BlockContext['theme']): number {
  const { sizes } = styleOf(regions.caption ?? {}, theme)
  return Math.max(leastSize, textShare * sizes.at(-1)!)
}

const isBeside = ({ width }: { width: number }) => width >= 640

/** The part of a region that the panel leaves to the map. */
export function withoutLinkPanel({ first, layout }: BlockSlot, covered: number, { theme }: BlockContext): Region {
  const panelSize = panelSizeOf(layout, theme)
  if (isBeside(first)) return { ...first, width: first.width - panelSize - gap }
  return { ...first, height: first.height - panelSize - gap - covered }
}

/** Places the link to an online map: a QR code, a clickable text, the coordinates. */
export function placeLinkPanel(
  link: MapLink,
  slot: BlockSlot,
  covered: number,
  words: MapWords,
  context: BlockContext,
): PlacedBox[] {
  const { first, layout } = slot
  const panelSize = panelSizeOf(layout, context.theme)
  const beside = isBeside(first)
  const host = hostOf(link.href)
  const qr = createQr(link.href, { text: words.qr(host), lang: words.lang })
  const side = qr ? qrSide(qr) : 0
  const left = beside ? first.x + first.width - panelSize : first.x + gap
  const top = beside ? first.y : first.y + first.height - covered - panelSize
  // If the panel is below the map, the code overlaps the map and stays inside its edges.
  const offset = beside && qr ? quietZoneOffset(qr, side, slot, context) : 0
  const rise = Math.min(offset, mostRise)
  const style = layout.regions.caption?.style
  const place: Region = {
    x: beside ? left : left + (qr ? side + gap : 0),
    y: beside && qr ? snapToGrid(top - rise + side - offset + 12, 4) : top,
    width: beside ? panelSize : first.width - 2 * gap - (qr ? side + gap : 0),
    height: beside ? textHeight : panelSize,
    align: beside ? 'top' : 'middle',
    ...(style ? { style } : {}),
  }
  const paragraphs = [
    plainParagraph(link.provider ? words.openIn(link.provider) : words.openIn(mapProviderOf(host)), link.href),
    ...(link.at ? [plainParagraph(words.coordinates(link.at.lat, link.at.lng), null)] : []),
  ]
  const fitted = typesetText({ paragraphs, lang: words.lang, first: place }, context)
  const text = textBox(fitted, 0, place, { name: 'link', lang: words.lang, theme: context.theme })
  const characters = paragraphs.flatMap(({ spans }) => spans.map((span) => span.text)).join('')
  const code: PlacedBox[] = qr
    ? [
        {
          x: left - offset,
          y: beside ? top - rise : top + Math.floor((panelSize - side) / 2),
          width: side,
          height: side,
          region: 'qr',
          template: 'qr',
          view: qr,
        },
      ]
    : []
  return [...code, { ...text, characters }]
}
