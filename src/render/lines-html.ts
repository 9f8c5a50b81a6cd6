import Handlebars from 'handlebars/runtime.js'
import type { FittedRun } from '../model/fitted.ts'
import { isSafeLink, linkAttributes } from './link-attributes.ts'
import type { ParagraphGroup, ParagraphView } from './paragraph-groups.ts'

const { escapeExpression: escaped } = Handlebars

type Lines = Pick<ParagraphView, 'lines' | 'marker'>

/** The output that shows the lines. */
interface LinesContext {
  /** The `id` of each page, for links between pages; undefined for a page that is left out. */
  pageIds: readonly (string | undefined)[]
  /** It is printed, so that it has no reading view, in which browsers break lines. */
  isPaper?: boolean
}

/** What separates a line from the next one: the space of the text, or only a break opportunity. */
const separators = { space: ' ', inside: '<wbr>', hyphen: '<wbr>', last: '' } as const

/** On paper, the space is painted: what is not painted is not in a PDF, so that words of two lines are joined when copied. */
const paperSeparators = { ...separators, space: '<span class="space"> </span>' } as const

/**
 * Renders the lines of a paragraph, each in a span that does not wrap: browsers cannot break them elsewhere, while copying,
 * searching and screen readers see one text. `suffix` follows the last line.
 * Not a template, for speed: a large deck has tens of thousands of lines.
 */
export function linesHtml(
  { lines, marker }: Lines,
  suffix: string | null,
  { pageIds, isPaper = false }: LinesContext,
): string {
  let html = ''
  for (const [i, { runs, end }] of lines.entries()) {
    html += end === 'hyphen' && !isPaper ? '<span class="ln divided">' : '<span class="ln">'
    if (i === 0 && marker !== '') html += `<span class="marker">${escaped(marker)} </span>`
    const shown = end === 'hyphen' && isPaper ? withHyphen(runs) : runs
    for (const run of shown) html += runHtml(run, pageIds, isPaper)
    if (suffix !== null && i === lines.length - 1) html += `<span class="suffix"> ${escaped(suffix)}</span>`
    html += `</span>${(isPaper ? paperSeparators : separators)[end]}`
  }
  return html
}

/**
 * Search and copying in a PDF join words at a hyphen that ends a line, but not at a drawn one, nor at U+00AD: PDF.js and
 * Poppler then find a line break between the parts. Nor does Poppler at a hyphen with U+00AD as its `ActualText`, which PDF.js
 * and PDFium (Chrome) do not need: PDFium joins words at the plain hyphen.
 */
const withHyphen = (runs: readonly FittedRun[]) =>
  runs.map((run, i) => (i === runs.length - 1 ? { ...run, text: `${run.text}-` } : run))

/**
 * Renders the lists inside an item. Not a template, so that a theme whose templates know no further levels shows them.
 */
export function listsHtml(lists: readonly ParagraphGroup[], context: LinesContext): string {
  const itemHtml = ({ classes, lists: inner = [], ...view }: ParagraphView) =>
    `<li${classAttribute(classes)}>${linesHtml(view, null, context)}${listsHtml(inner, context)}</li>`
  return lists
    .map(({ tag, classes, paragraphs }) => {
      return `<${tag}${classAttribute(classes)}>${paragraphs.map(itemHtml).join('')}</${tag}>`
    })
    .join('')
}

const classAttribute = (classes: string) => (classes ? ` class="${classes}"` : '')

function runHtml(run: FittedRun, pageIds: LinesContext['pageIds'], isPaper: boolean): string {
  const { text, ties, bold, italic, href, small, arrow, spoken = text } = run
  if (arrow) return `<span class="trend ${arrow}"></span><span class="unseen">${escaped(spoken)} </span>`
  let html = small
    ? `<span class="unit">${escaped(text)}</span>`
    : ties && !isPaper
      ? tiedHtml(text, ties)
      : escaped(text)
  if (italic) html = `<em>${html}</em>`
  if (bold) html = `<strong>${html}</strong>`
  return href !== null && isSafeLink(href, pageIds) ? `<a ${linkAttributes(href, pageIds, escaped)}>${html}</a>` : html
}

/** Wraps the parts that stay on one line in the reading view, where the browser breaks lines. */
function tiedHtml(text: string, ties: NonNullable<FittedRun['ties']>): string {
  let html = ''
  let done = 0
  for (const { start, end } of ties) {
    html += `${escaped(text.slice(done, start))}<span class="tie">${escaped(text.slice(start, end))}</span>`
    done = end
  }
  return html + escaped(text.slice(done))
}
