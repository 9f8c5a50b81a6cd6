import { formatNumber } from '../../../languages/format.ts'
import type { Lang, LocalizedText } from '../../../model/lang.ts'
import { mapClassCount, mapKindCount, readableTextOn } from '../../../model/map-colors.ts'
import type { MapScale } from '../types.ts'
import type { PlannedRegion } from '../understand/map-plan.ts'

/** The paint of an area: classes of the theme, or the author's colour. `ink` is a colour that is readable on it. */
export interface AreaPaint {
  className: string
  fill: string | null
  textClass: string
  textFill: string | null
}

/** A line of a legend. */
export interface LegendEntry {
  paint: AreaPaint
  text: string
  lang: Lang | null
  /** The number of a category, which its areas show too. */
  sign: string | null
  /** It explains a circle, whose size means more than its colour. */
  isCircle?: boolean
}

/** How values are drawn. */
export interface ValueScale {
  paint(region: PlannedRegion): AreaPaint
  /** Returns the text on an area; null for an area without a value. */
  valueText(region: PlannedRegion): string | null
  entries: LegendEntry[]
  by: 'figures' | 'kinds' | 'nothing'
}

const themePaint = (name: string, textName: string): AreaPaint => ({
  className: `m-${name}`,
  fill: null,
  textClass: `m-${textName}`,
  textFill: null,
})

/** Paints an area in the author's colour. */
const customPaint = (fill: string): AreaPaint => ({
  className: 'm-area',
  fill,
  textClass: '',
  textFill: readableTextOn(fill, '#000000', '#ffffff'),
})

const highlightPaint = themePaint('stress', 'onStress')

/**
 * Chooses colours for the values of a map: classes for numbers, numbered categories for words, one colour for
 * highlights.
 */
export function createValueScale(
  regions: readonly PlannedRegion[],
  scale: MapScale<LocalizedText> | null,
  lang: Lang,
): ValueScale {
  const valued = regions.filter(({ value }) => value !== null)
  const figures = valued.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
  if (valued.length === 0)
    return {
      paint: ({ color }) => (color ? customPaint(color) : highlightPaint),
      valueText: () => null,
      entries: [],
      by: 'nothing',
    }
  if (figures.length === valued.length && scale?.type !== 'category') return byFigures(figures, scale, lang)
  return byKinds(valued, scale, lang)
}

function byFigures(figures: readonly number[], scale: MapScale<LocalizedText> | null, lang: Lang): ValueScale {
  const limits = classLimits(figures, scale)
  const colors = scale?.colors ?? []
  const last = limits.length
  const classOf = (value: number) => limits.filter((limit) => value >= limit).length
  const paintOf = (i: number): AreaPaint => {
    if (colors[i]) return customPaint(colors[i])
    // A small number of classes uses colours that are far apart.
    const step = last === 0 ? 3 : 1 + Math.round((i * (mapClassCount - 1)) / Math.max(last, 1))
    return themePaint(`class${step}`, `on${step}`)
  }
  const entries = Array.from({ length: last + 1 }, (_, i): LegendEntry | null => {
    const inside = figures.filter((value) => classOf(value) === i)
    const label = scale?.labels[i]
    const text = label?.text ?? (scale?.steps.length ? stepText(limits, i, lang) : rangeText(inside, lang))
    return text === null ? null : { paint: paintOf(i), text, lang: label?.lang ?? null, sign: null }
  })
  return {
    paint: ({ value, color }) =>
      color ? customPaint(color) : typeof value === 'number' ? paintOf(classOf(value)) : highlightPaint,
    valueText: ({ value }) => (typeof value === 'number' ? formatNumber(value, lang) : null),
    entries: entries.flatMap((entry) => entry ?? []),
    by: 'figures',
  }
}

/** Returns the lower bounds of classes: the author's, or such that each has about as many regions. */
function classLimits(figures: readonly number[], scale: MapScale<LocalizedText> | null): number[] {
  if (scale?.steps.length) return [...new Set(scale.steps)].sort((a, b) => a - b).slice(0, 9)
  const sorted = [...figures].sort((a, b) => a - b)
  const distinct = new Set(sorted).size
  const wanted = scale?.colors.length || mapClassCount
  const classes = Math.min(wanted, distinct, Math.max(1, Math.ceil(sorted.length / 2)))
  const limits = Array.from({ length: classes - 1 }, (_, i) => sorted[Math.round(((i + 1) * sorted.length) / classes)]!)
  return [...new Set(limits)].filter((limit) => limit > sorted[0]!)
}

/** Returns the smallest and the largest value of a class. */
function rangeText(inside: readonly number[], lang: Lang): string | null {
  if (inside.length === 0) return null
  const [least, most] = [Math.min(...inside), Math.max(...inside)]
  return least === most ? formatNumber(least, lang) : `${formatNumber(least, lang)} – ${formatNumber(most, lang)}`
}

function stepText(limits: readonly number[], i: number, lang: Lang): string {
  const [from, to] = [limits[i - 1], limits[i]]
  if (from === undefined) return `< ${formatNumber(to!, lang)}`
  return to === undefined ? `≥ ${formatNumber(from, lang)}` : `${formatNumber(from, lang)} – ${formatNumber(to, lang)}`
}

function byKinds(valued: readonly PlannedRegion[], scale: MapScale<LocalizedText> | null, lang: Lang): ValueScale {
  const text = (value: number | string | null) =>
    typeof value === 'number' ? formatNumber(value, lang) : (value ?? '')
  const kinds = [...new Set(valued.map(({ value }) => text(value)))]
  const paintOf = (kind: string): AreaPaint => {
    const i = kinds.indexOf(kind)
    const color = scale?.colors[i]
    const n = (i % mapKindCount) + 1
    return color ? customPaint(color) : themePaint(`kind${n}`, `onKind${n}`)
  }
  const sign = (kind: string) => String(kinds.indexOf(kind) + 1)
  return {
    paint: ({ value, color }) => (color ? customPaint(color) : value === null ? highlightPaint : paintOf(text(value))),
    valueText: ({ value }) => (value === null ? null : sign(text(value))),
    entries: kinds.map((kind, i) => {
      const label = scale?.labels[i]
      const painted = valued.find(({ value, color }) => text(value) === kind && color)?.color
      const paint = painted ? customPaint(painted) : paintOf(kind)
      return { paint, text: label?.text ?? kind, lang: label?.lang ?? null, sign: sign(kind) }
    }),
    by: 'kinds',
  }
}
