import type { FitRequest, FittedText, Fitter } from '../model/fitted.ts'
import type { Paragraph } from '../model/text.ts'
import { letterSpacingAt } from '../model/theme.ts'
import { composePage, singlePage } from './compose-page.ts'
import { type FontFile, FontSet } from './font-set.ts'
import { loadHarfbuzz } from './harfbuzz.ts'
import { type PagePart, paginate } from './paginate.ts'
import { type PreparedParagraph, prepareParagraph } from './prepare-paragraph.ts'
import { repeatHeadings } from './repeated-headings.ts'
import {
  breaksWords,
  fitsOnOnePage,
  minPages,
  refineSetting,
  settingAt,
  type TextSetting,
  withoutWidows,
} from './text-setting.ts'

/** The size of the cache of measured paragraphs, which requests often repeat. Units: UTF-16 units. */
const maxCachedUnits = 400_000

/** Opens the fonts for measuring. Errors: throws if the theme lacks a file for one of its families. */
export async function createFitter(files: readonly FontFile[]): Promise<Fitter> {
  const hb = loadHarfbuzz()
  const faces = new FontSet(files, hb)
  const cache = new Map<string, PreparedParagraph>()
  let size = 0

  const prepared = (paragraph: Paragraph, { style, lang }: FitRequest, letterSpacing: number): PreparedParagraph => {
    const key = keyOf(paragraph, style, lang, letterSpacing)
    const before = cache.get(key)
    if (before) return before
    const made = prepareParagraph(hb, faces, paragraph, style, lang, letterSpacing)
    size += key.length
    if (size > maxCachedUnits) {
      cache.clear()
      size = key.length
    }
    cache.set(key, made)
    return made
  }

  return {
    fit(request) {
      const { style } = request
      const measured = new Map<number, PreparedParagraph[]>()
      const at = (px: number) => {
        const spacing = letterSpacingAt(style, px)
        let all = measured.get(spacing)
        if (!all) measured.set(spacing, (all = request.paragraphs.map((one) => prepared(one, request, spacing))))
        const setting = settingAt(px, request, all)
        const { headingSuffix: suffix } = request
        if (!suffix) return setting
        return repeatHeadings(setting, request, suffix, (one) => prepared(one, request, spacing))
      }
      return fitText(request, at)
    },
  }
}

function keyOf(
  { kind, marker, level, spans }: Paragraph,
  style: FitRequest['style'],
  lang: string,
  letterSpacing: number,
): string {
  const { family, weight, boldWeight, italicWeight, tabular = false } = style
  const texts = spans.map(
    ({ text, bold, italic, href }) => `${bold ? 'b' : ''}${italic ? 'i' : ''}\u0001${href ?? ''}\u0001${text}`,
  )
  return [family, weight, boldWeight, italicWeight, tabular, lang, letterSpacing, kind, level, marker, ...texts].join(
    '\u0002',
  )
}

type SettingAt = (size: number) => TextSetting

/** The average width of a character, including spaces. Units: em. */
const averageLetterEm = 0.53

/** The sizes at which a line holds as many characters as its style wants; otherwise the smallest size. */
function sizesForMeasure({ style: { sizes, measure = 0 }, first }: FitRequest): readonly number[] {
  const wide = sizes.filter((size) => first.width >= measure * averageLetterEm * size)
  return wide.length > 0 ? wide : sizes.slice(-1)
}

function fitText(request: FitRequest, at: SettingAt): FittedText {
  const sizes = sizesForMeasure(request)
  const scale = request.pages === 'split' ? sizes.slice(0, Math.ceil(sizes.length / 2)) : sizes
  const single = largestSingleSize(request, scale, at)
  if (single) {
    const setting = refineSetting(single, request)
    return compose(request, setting, [singlePage(setting)], false)
  }
  if (request.pages === 'one') {
    const setting = at(scale.at(-1)!)
    return compose(request, setting, [singlePage(setting)], true)
  }
  const { setting, pagination } = bestOnFewestPages(request, scale, at)
  const { pages } = pagination
  const better = request.style.pretty ? pages.map((parts, i) => withoutWidows(parts, setting, i === 0)) : pages
  return compose(request, setting, better, pagination.overflow)
}

/** Returns the largest size that fits on one page, if possible without cutting a word. */
function largestSingleSize(request: FitRequest, sizes: readonly number[], at: SettingAt): TextSetting | null {
  let cut: TextSetting | null = null
  for (const size of sizes) {
    const setting = at(size)
    if (minPages(setting, request) > 1 || !fitsOnOnePage(setting)) continue
    if (!breaksWords(setting)) return setting
    cut ??= setting
  }
  return cut
}

/** The bonus of a larger size. Units: as the costs of page breaks, per page. */
const stepBonus = 0.1

/** Fewer pages do not become more because of repeated headings. */
const manyPages = 3

/** Uses as few pages as the smallest size needs, and the size with the best page breaks, preferring larger ones. */
function bestOnFewestPages(request: FitRequest, sizes: readonly number[], settingAt: SettingAt) {
  const written = settingAt(sizes.at(-1)!)
  const plain = withoutHeadings(written)
  const fewest = paginate(plain.flows(), plain.metrics)!
  const most = fewest.pages.length < manyPages ? fewest.pages.length : undefined
  const repeating = written.heading ? paginate(written.flows(), written.metrics, most) : null
  const repeats = repeating !== null && repeating.pages.length <= (most ?? repeating.pages.length)
  const at = (size: number) => (repeats ? settingAt(size) : withoutHeadings(settingAt(size)))
  const [floor, smallest] = repeats ? [written, repeating] : [plain, fewest]
  const pages = smallest.pages.length
  let best = { setting: floor, pagination: smallest, cost: smallest.cost }
  for (const [i, size] of sizes.slice(0, -1).entries()) {
    const setting = at(size)
    if (minPages(setting, request) > pages) continue
    const pagination = paginate(setting.flows(), setting.metrics, pages)
    if (!pagination || pagination.pages.length > pages) continue
    const cost = pagination.cost - stepBonus * pages * (sizes.length - 1 - i)
    if (cost < best.cost) best = { setting, pagination, cost }
  }
  return best
}

/** The same text, whose further pages repeat no headings. */
function withoutHeadings({ heading: _, metrics: { above: _above, ...metrics }, ...setting }: TextSetting): TextSetting {
  return { ...setting, metrics }
}

function compose(request: FitRequest, setting: TextSetting, pages: PagePart[][], overflow: boolean): FittedText {
  const missing = new Set<string>()
  for (const { missing: letters } of setting.prepared) for (const letter of letters) missing.add(letter)
  return {
    size: setting.size,
    lineHeight: setting.metrics.lineHeight,
    pages: pages.map((parts, i) => composePage(parts, setting, request.style, i === 0)),
    overflow,
    missing: [...missing],
  }
}
