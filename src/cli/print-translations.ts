import type { Messages } from '../languages/messages.ts'
import type { Lang } from '../model/lang.ts'
import type { SlideTranslations } from '../model/translation.ts'
import type { Colorize } from '../report/colors.ts'
import { columnWidth, cutColumns, printable } from '../report/printable.ts'
import { wrapText } from '../report/wrap-text.ts'
import { table } from './table.ts'

/** More rows than this are counted. */
const maxRows = 30

/**
 * The slides that lack a language, as a table: a row for each, or for several in a row that lack the same, and a column for
 * each language. Empty if a deck has one language. Units: `width` in columns.
 */
export function translationTable(
  { file, langs, slides }: { file: string; langs: readonly Lang[]; slides: readonly SlideTranslations[] },
  { cli }: Messages,
  { width, paint }: { width: number; paint: Colorize },
): string {
  if (langs.length < 2) return ''
  const words = cli.check.translations
  const rows = joinRows(
    slides.filter(({ missing }) => langs.some((lang) => (missing[lang] ?? 0) > 0)),
    langs,
  )
  if (rows.length === 0) return `${wrapText(words.complete({ file, langs }), width, [file])}\n`
  const cellOf = (one: SlideTranslations, lang: Lang) => {
    const lacking = one.missing[lang] ?? 0
    if (lacking === 0) return paint('good', '✓')
    return paint('warning', lacking === one.texts ? '–' : `${one.texts - lacking}/${one.texts}`)
  }
  const shown = rows.slice(0, maxRows)
  const lines = shown.map(({ first, last }) => {
    const label =
      first.slide === null
        ? words.deck
        : first === last
          ? cli.slide(first.slide)
          : words.slides({ from: first.slide, to: last.slide! })
    return { label, title: first === last ? (first.title ?? '') : '', cells: langs.map((lang) => cellOf(first, lang)) }
  })
  const labels = Math.max(...lines.map(({ label }) => columnWidth(label)))
  const room = width - labels - 2 - langs.length * 7
  const cells = lines.map(({ label, title, cells }) => [label, ...cells, cutColumns(printable(title), room)])
  const head = ['', ...langs.map((lang) => paint('strong', lang))]
  const more = rows.length > maxRows ? `${paint('quiet', words.more(rows.length - maxRows))}\n` : ''
  const title = wrapText(words.title(file), width, [file])
  return `${title}\n${table([head, ...cells], { width })}${more}${wrapText(words.legend, width)}\n`
}

interface Row {
  first: SlideTranslations
  last: SlideTranslations
}

/** Joins slides that follow one another and lack the same languages altogether. */
function joinRows(slides: readonly SlideTranslations[], langs: readonly Lang[]): Row[] {
  const rows: Row[] = []
  for (const one of slides) {
    const row = rows.at(-1)
    const follows = row && row.last.slide !== null && one.slide === row.last.slide + 1
    if (follows && kindOf(one, langs) !== null && kindOf(one, langs) === kindOf(row.last, langs)) row.last = one
    else rows.push({ first: one, last: one })
  }
  return rows
}

/** Which languages a slide lacks; null if it lacks some texts only. */
function kindOf({ missing, texts }: SlideTranslations, langs: readonly Lang[]): string | null {
  const counts = langs.map((lang) => missing[lang] ?? 0)
  return counts.every((n) => n === 0 || n === texts) ? counts.map((n) => (n === 0 ? '+' : '-')).join('') : null
}
