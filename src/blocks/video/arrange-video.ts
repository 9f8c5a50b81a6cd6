import type { BlockContext, BlockSlot, PlacedBlock } from '../../model/block-type.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { PlacedBox, QrView } from '../../model/laid-out.ts'
import type { Box, Region } from '../../model/theme.ts'
import { alignBox, containBox, insetFromEdge, withCaptionRoom } from '../../typeset/box-geometry.ts'
import { createQr, qrSide, quietZoneOffset } from '../qr.ts'
import { type PlacedDetails, placeDetails, placeDetailsWith, type VideoDetails } from './video-details.ts'

const screenShape = { width: 16, height: 9 }

/**
 * Units: px. `aside`: the least width for texts next to a picture; `words`: the height that they may take next to a
 * lower one; `code`: between a picture and the code at its side.
 */
const sizes = { aside: 280, words: 400, gap: 40, under: 28, below: 16, code: 24 }

/** A picture with its texts. */
interface Arrangement extends PlacedDetails {
  picture: Box
  diagnostics: Diagnostic[]
}

/** A picture must be so much wider than one with its texts at its side, where they are read more easily. */
const sideBonus = 1.08

/**
 * Places a video in its region: alone and centred, or with its texts at its side or below it, where the picture is larger.
 */
export function arrangeVideo(
  details: VideoDetails,
  video: PlacedBox,
  slot: BlockSlot,
  context: BlockContext,
): PlacedBlock {
  const qr = details.href && details.qr ? createQr(details.href, details.qr) : null
  const box = { ...video, region: slot.regionName }
  const region = withCaptionRoom(slot.first, slot.layout.regions.caption)
  if (!details.title?.text && !details.note) {
    return { pages: [[{ ...box, ...containBox(screenShape, region) }]], overflow: [], size: null }
  }
  const area = insetFromEdge(region)
  const make = (arrange: (silent: BlockContext) => PlacedDetails & { picture: Box }): Arrangement => {
    const diagnostics: Diagnostic[] = []
    return { ...arrange({ ...context, report: (one) => diagnostics.push(one) }), diagnostics }
  }
  const beside = area.width >= 2 * sizes.aside + sizes.gap && area.width / area.height > 1
  const sides = [sizes.words, area.height].map((tallest) => sideBySide(area, Math.min(area.height, tallest)))
  const aside = beside
    ? sides.map(({ picture, words }) =>
        make((silent) => ({ picture, ...placeDetails(details, qr, words, true, slot, silent) })),
      )
    : []
  const below = [
    make((silent) => cornered(area, details, qr, slot, silent)),
    make((silent) => {
      const { picture, words } = stacked(area, qr)
      return { picture, ...placeDetails(details, qr, words, false, slot, silent) }
    }),
  ]
  const { picture, boxes, overflowPages, diagnostics } = largest(aside, below)
  for (const one of diagnostics) context.report(one)
  return { pages: [[{ ...box, ...picture }, ...boxes], ...overflowPages], overflow: [], size: null }
}

/** Returns the arrangement with the largest picture whose texts fit. */
function largest(aside: readonly Arrangement[], below: readonly Arrangement[]): Arrangement {
  const fits = ({ overflowPages, picture }: Arrangement) => overflowPages.length === 0 && picture.width > 0
  const side = aside.find(fits)
  const under = below.filter(fits).sort((a, b) => b.picture.width - a.picture.width)[0]
  if (side && (!under || under.picture.width < side.picture.width * sideBonus)) return side
  return under ?? aside.at(-1) ?? below.at(-1)!
}

/** A picture as large as the texts on its right allow; these may be `tallest` px high if the picture is lower. */
function sideBySide(area: Region, tallest: number): { picture: Box; words: Region } {
  const width = Math.round(Math.min((area.height * 16) / 9, area.width - sizes.gap - sizes.aside))
  const height = Math.round((width * 9) / 16)
  const tall = Math.max(height, tallest)
  const { y } = alignBox(area, tall)
  const x = area.x + width + sizes.gap
  return {
    picture: { x: area.x, y, width, height },
    words: { ...area, x, y, width: area.x + area.width - x, height: tall },
  }
}

/** A picture with its texts below it and the code at its side, at its foot. */
function cornered(
  area: Region,
  details: VideoDetails,
  qr: QrView | null,
  slot: BlockSlot,
  context: BlockContext,
): PlacedDetails & { picture: Box } {
  const texts = placeDetailsWith(details, null, { ...area, align: 'top' }, 'left', slot, context)
  const lowest = Math.max(area.y, ...texts.boxes.map(({ y, height }) => y + height))
  const words = lowest - area.y
  const side = qr ? qrSide(qr) : 0
  const zone = qr ? quietZoneOffset(qr, side, slot, context) : 0
  const seen = qr ? side - 2 * zone + sizes.code : 0
  const height = Math.floor(Math.min(area.height - sizes.below - words, ((area.width - seen) * 9) / 16))
  const width = Math.round((height * 16) / 9)
  const { y } = alignBox(area, height + sizes.below + words)
  const picture = { x: area.x, y, width, height }
  const down = y + height + sizes.below - area.y
  const code: PlacedBox[] = qr
    ? [
        {
          x: area.x + width + sizes.code - zone,
          y: y + height - side + zone,
          width: side,
          height: side,
          region: 'scan',
          template: 'qr',
          view: qr,
        },
      ]
    : []
  const fits = qr === null || height >= side - 2 * zone
  return {
    picture: fits ? picture : { ...picture, width: 0, height: 0 },
    boxes: [...texts.boxes.map((box) => ({ ...box, y: box.y + down })), ...code],
    overflowPages: texts.overflowPages,
  }
}

/** A picture as wide as its column, unless the texts below need the space. */
function stacked(area: Region, qr: QrView | null): { picture: Box; words: Region } {
  const needed = (qr ? qrSide(qr) : 0) + 64
  const height = Math.round(Math.min((area.width * 9) / 16, area.height - needed - sizes.under))
  const width = Math.round((height * 16) / 9)
  const total = Math.min(area.height, height + sizes.under + Math.max(needed, 200))
  const { y } = alignBox(area, total)
  const x = area.x + Math.floor((area.width - width) / 2)
  const top = y + height + sizes.under
  return { picture: { x, y, width, height }, words: { ...area, y: top, height: area.y + area.height - top } }
}
