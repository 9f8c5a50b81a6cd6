import type { FitRequest, FittedText, Fitter } from '../model/fitted.ts'
import type { Paragraph } from '../model/text.ts'
import { composePage, onePage } from './compose.ts'
import { type FaceFile, Faces } from './faces.ts'
import { loadHarfbuzz } from './harfbuzz.ts'
import { type Part, paginate } from './paginate.ts'
import { type Prepared, prepare } from './paragraph.ts'
import { cutsWords, fitsOnOnePage, leastPages, prettyParts, refine, type Setting, settingAt } from './setting.ts'

/** Above this size a style's letter spacing applies. Units: px. */
const spacedAbove = 40

/** Measured paragraphs kept for the next request, which often brings them again. Units: UTF-16 units. */
const remembered = 400_000

/** Opens the fonts that texts are measured with. Errors: none by deck; a theme without a file for its family throws. */
export async function createFitter(files: readonly FaceFile[]): Promise<Fitter> {
  const hb = loadHarfbuzz()
  const faces = new Faces(files, hb)
  const known = new Map<string, Prepared>()
  let size = 0

  const prepared = (paragraph: Paragraph, { style, lang }: FitRequest, letterSpacing: number): Prepared => {
    const key = keyOf(paragraph, style, lang, letterSpacing)
    const before = known.get(key)
    if (before) return before
    const made = prepare(hb, faces, paragraph, style, lang, letterSpacing)
    size += key.length
    if (size > remembered) {
      known.clear()
      size = key.length
    }
    known.set(key, made)
    return made
  }

  return {
    fit(request) {
      const { style } = request
      const measured = new Map<number, Prepared[]>()
      const at = (px: number) => {
        const spacing = px > spacedAbove ? style.letterSpacing : 0
        let all = measured.get(spacing)
        if (!all) measured.set(spacing, (all = request.paragraphs.map((one) => prepared(one, request, spacing))))
        return settingAt(px, request, all)
      }
      return setText(request, at)
    },
  }
}

function keyOf(
  { kind, marker, spans }: Paragraph,
  style: FitRequest['style'],
  lang: string,
  letterSpacing: number,
): string {
  const { family, weight, boldWeight, italicWeight } = style
  const texts = spans.map(
    ({ text, bold, italic, href }) => `${bold ? 'b' : ''}${italic ? 'i' : ''}\u0001${href ?? ''}\u0001${text}`,
  )
  return [family, weight, boldWeight, italicWeight, lang, letterSpacing, kind, marker, ...texts].join('\u0002')
}

type At = (size: number) => Setting

/** How wide a letter of a text is on average, spaces counted. Units: em. */
const letterWidth = 0.53

/** The sizes at which a line holds as many letters as its style wants; the smallest where none does. */
function measuredSizes({ style: { sizes, measure = 0 }, first }: FitRequest): readonly number[] {
  const wide = sizes.filter((size) => first.width >= measure * letterWidth * size)
  return wide.length > 0 ? wide : sizes.slice(-1)
}

function setText(request: FitRequest, at: At): FittedText {
  const sizes = measuredSizes(request)
  const scale = request.pages === 'split' ? sizes.slice(0, Math.ceil(sizes.length / 2)) : sizes
  const single = largestOnOnePage(request, scale, at)
  if (single) {
    const setting = refine(single, request)
    return compose(request, setting, [onePage(setting)], false)
  }
  if (request.pages === 'one') {
    const setting = at(scale.at(-1)!)
    return compose(request, setting, [onePage(setting)], true)
  }
  const { setting, pagination } = bestOnFewestPages(request, scale, at)
  const { pages } = pagination
  const better = request.style.pretty ? pages.map((parts, i) => prettyParts(parts, setting, i === 0)) : pages
  return compose(request, setting, better, pagination.overflow)
}

/** The largest size that fits, and if possible one at which no word is cut. */
function largestOnOnePage(request: FitRequest, sizes: readonly number[], at: At): Setting | null {
  let cut: Setting | null = null
  for (const size of sizes) {
    const setting = at(size)
    if (leastPages(setting, request) > 1 || !fitsOnOnePage(setting)) continue
    if (!cutsWords(setting)) return setting
    cut ??= setting
  }
  return cut
}

/** What a step up the scale is worth. Units: the costs of a page break, by page. */
const stepWorth = 0.1

/** As many pages as the floor of the scale needs, and on them the size that breaks best; a larger one where in doubt. */
function bestOnFewestPages(request: FitRequest, sizes: readonly number[], at: At) {
  const floor = at(sizes.at(-1)!)
  const smallest = paginate(floor.flows(), floor.metrics)!
  const pages = smallest.pages.length
  let best = { setting: floor, pagination: smallest, cost: smallest.cost }
  for (const [i, size] of sizes.slice(0, -1).entries()) {
    const setting = at(size)
    if (leastPages(setting, request) > pages) continue
    const pagination = paginate(setting.flows(), setting.metrics, pages)
    if (!pagination || pagination.pages.length > pages) continue
    const cost = pagination.cost - stepWorth * pages * (sizes.length - 1 - i)
    if (cost < best.cost) best = { setting, pagination, cost }
  }
  return best
}

function compose(request: FitRequest, setting: Setting, pages: Part[][], overflow: boolean): FittedText {
  const missing = new Set<string>()
  for (const { missing: letters } of setting.prepared) for (const letter of letters) missing.add(letter)
  return {
    size: setting.size,
    lineHeight: setting.metrics.lineHeight,
    pages: pages.map((parts) => composePage(parts, setting, request.style)),
    overflow,
    missing: [...missing],
  }
}
