import type { Lang, Said } from '../../../model/lang.ts'
import type { MapScale } from '../../../model/map.ts'
import { mapClasses, mapKinds, on } from '../../../model/map-colors.ts'
import type { PlannedRegion } from '../understand/plan.ts'
import { figure } from '../words/words.ts'

/** How an area is painted: by classes of the theme, or by the author's own colour; `ink` is what is readable on it. */
export interface Paint {
  className: string
  fill: string | null
  inkClass: string
  inkFill: string | null
}

/** One line of a legend. */
export interface Entry {
  paint: Paint
  text: string
  lang: Lang | null
  /** The number of a kind, which stands on its areas too. */
  sign: string | null
  /** It stands for a circle, whose size says more than its colour. */
  round?: boolean
}

/** What values look like. */
export interface ValueScale {
  paint(region: PlannedRegion): Paint
  /** What is written on an area; null for one without a value. */
  said(region: PlannedRegion): string | null
  entries: Entry[]
  by: 'figures' | 'kinds' | 'nothing'
}

const themed = (name: string, ink: string): Paint => ({
  className: `m-${name}`,
  fill: null,
  inkClass: `m-${ink}`,
  inkFill: null,
})

/** In the author's own colour. */
const own = (fill: string): Paint => ({
  className: 'm-area',
  fill,
  inkClass: '',
  inkFill: on(fill, '#000000', '#ffffff'),
})

const stress = themed('stress', 'onStress')

/** Chooses colours for the values of a map: classes for figures, numbered kinds for words, one for what is stressed. */
export function scaleOf(regions: readonly PlannedRegion[], scale: MapScale<Said> | null, lang: Lang): ValueScale {
  const valued = regions.filter(({ value }) => value !== null)
  const figures = valued.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
  if (valued.length === 0)
    return { paint: ({ color }) => (color ? own(color) : stress), said: () => null, entries: [], by: 'nothing' }
  if (figures.length === valued.length && scale?.type !== 'category') return byFigures(figures, scale, lang)
  return byKinds(valued, scale, lang)
}

function byFigures(figures: readonly number[], scale: MapScale<Said> | null, lang: Lang): ValueScale {
  const limits = limitsOf(figures, scale)
  const colors = scale?.colors ?? []
  const last = limits.length
  const classOf = (value: number) => limits.filter((limit) => value >= limit).length
  const paintOf = (i: number): Paint => {
    if (colors[i]) return own(colors[i])
    // Few classes take colours far apart.
    const step = last === 0 ? 3 : 1 + Math.round((i * (mapClasses - 1)) / Math.max(last, 1))
    return themed(`class${step}`, `on${step}`)
  }
  const entries = Array.from({ length: last + 1 }, (_, i): Entry | null => {
    const inside = figures.filter((value) => classOf(value) === i)
    const label = scale?.labels[i]
    const text = label?.text ?? (scale?.steps.length ? stepText(limits, i, lang) : rangeText(inside, lang))
    return text === null ? null : { paint: paintOf(i), text, lang: label?.lang ?? null, sign: null }
  })
  return {
    paint: ({ value, color }) => (color ? own(color) : typeof value === 'number' ? paintOf(classOf(value)) : stress),
    said: ({ value }) => (typeof value === 'number' ? figure(value, lang) : null),
    entries: entries.flatMap((entry) => entry ?? []),
    by: 'figures',
  }
}

/** Where classes begin: as the author says, or so that each holds about as many regions. */
function limitsOf(figures: readonly number[], scale: MapScale<Said> | null): number[] {
  if (scale?.steps.length) return [...new Set(scale.steps)].sort((a, b) => a - b).slice(0, 9)
  const sorted = [...figures].sort((a, b) => a - b)
  const distinct = new Set(sorted).size
  const wanted = scale?.colors.length || mapClasses
  const classes = Math.min(wanted, distinct, Math.max(1, Math.ceil(sorted.length / 2)))
  const limits = Array.from({ length: classes - 1 }, (_, i) => sorted[Math.round(((i + 1) * sorted.length) / classes)]!)
  return [...new Set(limits)].filter((limit) => limit > sorted[0]!)
}

/** What lies in a class: its least and its greatest value. */
function rangeText(inside: readonly number[], lang: Lang): string | null {
  if (inside.length === 0) return null
  const [least, most] = [Math.min(...inside), Math.max(...inside)]
  return least === most ? figure(least, lang) : `${figure(least, lang)} – ${figure(most, lang)}`
}

function stepText(limits: readonly number[], i: number, lang: Lang): string {
  const [from, to] = [limits[i - 1], limits[i]]
  if (from === undefined) return `< ${figure(to!, lang)}`
  return to === undefined ? `≥ ${figure(from, lang)}` : `${figure(from, lang)} – ${figure(to, lang)}`
}

function byKinds(valued: readonly PlannedRegion[], scale: MapScale<Said> | null, lang: Lang): ValueScale {
  const text = (value: number | string | null) => (typeof value === 'number' ? figure(value, lang) : (value ?? ''))
  const kinds = [...new Set(valued.map(({ value }) => text(value)))]
  const paintOf = (kind: string): Paint => {
    const i = kinds.indexOf(kind)
    const color = scale?.colors[i]
    const n = (i % mapKinds) + 1
    return color ? own(color) : themed(`kind${n}`, `onKind${n}`)
  }
  const sign = (kind: string) => String(kinds.indexOf(kind) + 1)
  return {
    paint: ({ value, color }) => (color ? own(color) : value === null ? stress : paintOf(text(value))),
    said: ({ value }) => (value === null ? null : sign(text(value))),
    entries: kinds.map((kind, i) => {
      const label = scale?.labels[i]
      const painted = valued.find(({ value, color }) => text(value) === kind && color)?.color
      const paint = painted ? own(painted) : paintOf(kind)
      return { paint, text: label?.text ?? kind, lang: label?.lang ?? null, sign: sign(kind) }
    }),
    by: 'kinds',
  }
}
