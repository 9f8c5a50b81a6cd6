import { blend, minContrast, readableColor } from './color.ts'
import { readableTextOn } from './map-colors.ts'

/** The number of fills of areas that a chart tells apart: a plain one, and patterns. */
export const chartFillCount = 6

/**
 * Returns the colours of charts, derived from those of a theme, by the name of their custom property: `--chart-0` is the plain
 * fill, `--chart-1` and `--chart-1s` are the ground and the strokes of the first pattern. In ink-saving print, where all
 * grounds are white, the grounds of patterns and the plain fill are light, and areas have outlines.
 */
export function chartColors(colors: Readonly<Record<string, string>>): Record<string, string> {
  const of = (name: string) => colors[name] ?? colors.ink ?? '#000000'
  const [ground, ink, soft, accent, mark] = [of('ground'), of('ink'), of('soft'), of('accent'), of('mark')]
  const saving = [colors.deep, colors.tint].every((color) => color?.toLowerCase() === ground.toLowerCase())
  const clear = (color: string) => readableColor(color, [ground], minContrast.graphics)
  const pale = (color: string, share: number) => blend(color, ground, share)
  const first = saving ? pale(clear(accent), 0.25) : clear(accent)
  return {
    edge: saving ? ink : ground,
    grid: pale(soft, 0.28),
    lead: pale(soft, 0.7),
    axis: pale(ink, 0.75),
    low: saving ? ground : clear(pale(soft, 0.55)),
    line0: clear(accent),
    line1: clear(mark),
    line2: clear(soft),
    line3: clear(ink),
    '0': first,
    on0: readableTextOn(first, ink, ground),
    '1': saving ? ground : clear(mark),
    '1s': saving ? clear(mark) : ground,
    '2': saving ? ground : pale(accent, 0.14),
    '2s': clear(accent),
    '3': saving ? ground : clear(soft),
    '3s': saving ? clear(soft) : ground,
    '4': ground,
    '4s': clear(accent),
    '5': saving ? ground : pale(mark, 0.2),
    '5s': clear(pale(ink, 0.8)),
  }
}
