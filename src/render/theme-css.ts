import { chartColors } from '../model/chart-colors.ts'
import type { FontStyle } from '../model/font-style.ts'
import type { LaidOutDeck } from '../model/laid-out.ts'
import { mapColors } from '../model/map-colors.ts'
import type { Face, TextStyle, Theme } from '../model/theme.ts'
import { blockStyles } from './block-styles.ts'
import { base64 } from './pictures.ts'

/** A face with the bytes that the page embeds. */
export interface PageFont {
  face: Face
  woff2: Uint8Array
}

/** Returns a style sheet with the `@font-face` rules of each family. `installable`: those that a browser may have installed. */
export function fontStyles(fonts: readonly PageFont[], installable: ReadonlySet<string> = new Set()): FontStyle[] {
  const families = [...new Set(fonts.map(({ face }) => face.family))]
  return families.map((family) => {
    const css = fontsCss(fonts.filter(({ face }) => face.family === family))
    return { family, css, isInstallable: installable.has(family) }
  })
}

/** Returns the `@font-face` rules. There is no fallback to local fonts, whose widths differ. */
export function fontsCss(fonts: readonly PageFont[]): string {
  return fonts.map(({ face, woff2 }) => faceCss(face, `data:font/woff2;base64,${base64(woff2)}`)).join('\n')
}

/** Returns the rule of a face with the address of its font file; for some code points only, if these are named. */
export const faceCss = ({ family, weight, italic }: Face, address: string, points: readonly number[] = []): string =>
  `@font-face{font-family:"${family}";font-weight:${weight};font-style:${italic ? 'italic' : 'normal'};` +
  `src:url(${address}) format("woff2")${points.length > 0 ? `;unicode-range:${points.map(rangeOf).join()}` : ''}}`

const rangeOf = (point: number): string => `U+${point.toString(16)}`

/**
 * Returns the style sheet with the colours, stage and text styles of a deck's theme. `hasData`: with the style of cells, which
 * only tables and their like use.
 */
export function themeCss(deck: LaidOutDeck, hasData = blockStyles(deck.pages).length > 0): string {
  const { theme, aspect, colors, stage } = deck
  const { width, height } = stage
  const margin = theme.aspects[aspect]?.layouts.text?.regions.title?.x ?? 0
  const { ornament } = theme
  return [
    `:root{--stage-width:${width}px;--stage-height:${height}px;--margin:${margin}px}`,
    colorsCss(deck),
    `.deep{${deepColors(colors)}}`,
    `@page{size:${width}px ${height}px;margin:0}`,
    ornament ? `.ornament{fill:var(--${ornament.color});fill-rule:evenodd;opacity:${ornament.opacity}}` : '',
    ...Object.entries(theme.styles)
      .filter(([name]) => name !== 'cell' || hasData)
      .map(([name, style]) => styleCss(name, style, theme)),
  ].join('\n')
}

/** The templates that draw charts. */
const drawing: ReadonlySet<string> = new Set(['chart', 'poll'])

/** Returns the rules of all colours of a deck, and of how pictures behind texts are veiled. */
export function colorsCss({ theme, colors, pages }: LaidOutDeck): string {
  const { strip, veil } = theme.scrim
  const variables = (set: Readonly<Record<string, string>>, prefix = '') =>
    Object.entries(set).map(([name, color]) => variable([prefix + name, color]))
  const hasCharts = pages.some(({ boxes }) => boxes.some(({ template }) => drawing.has(template)))
  const rules = [
    [...variables(colors), `--scrim-strip:${strip}`, `--scrim-veil:${veil}`],
    // The same on every background, since maps have their own.
    variables(mapColors(colors), 'map-'),
    hasCharts
      ? [...variables(chartColors(colors), 'chart-'), `--chart-bold:${theme.styles.cell?.boldWeight ?? 700}`]
      : [],
  ]
  return rules.flatMap((rule) => (rule.length > 0 ? `:root{${rule.join(';')}}` : [])).join('\n')
}

const hasItalics = ({ faces }: Theme, { family }: TextStyle) =>
  faces.some((face) => face.family === family && face.italic)

const variable = ([name, color]: [string, string]) => `--${name}:${color}`

/** Returns the colours on the deep background, where `deepInk` replaces `ink`, and so on. */
function deepColors(colors: Readonly<Record<string, string>>): string {
  const twins = Object.keys(colors).filter((name) => /^deep[A-Z]/.test(name))
  return [
    '--ground:var(--deep)',
    ...twins.map((name) => `--${name[4]!.toLowerCase()}${name.slice(5)}:var(--${name})`),
  ].join(';')
}

/** Returns the rules of a text style. As in fitting, a family without italics shows `*italic*` in another weight. */
function styleCss(name: string, style: TextStyle, theme: Theme): string {
  const italics = hasItalics(theme, style)
  const families = [style.family, ...(theme.fallbackFamilies ?? [])].map((family) => `"${family}",`).join('')
  const { weight, boldWeight, italicWeight, color, tabular } = style
  const digits = tabular ? ';font-variant-numeric:tabular-nums' : ''
  const plainItalic = italics ? weight : italicWeight
  return [
    `.t-${name}{font-family:${families}sans-serif;font-weight:${weight};color:var(--${color})${digits}}`,
    `.t-${name} em{font-style:${italics ? 'italic' : 'normal'};font-weight:${plainItalic}}`,
    `.t-${name} :is(strong,h2,h3){font-weight:${Math.max(boldWeight, weight)}}`,
    `.t-${name} :is(strong,h2,h3) em{font-weight:${Math.max(boldWeight, plainItalic)}}`,
  ].join('')
}
