import Handlebars from 'handlebars/runtime.js'
import type { FittedParagraph, FittedRun } from '../model/fitted.ts'
import { isSafeLink, linkAttributes } from './link-attributes.ts'

const { escapeExpression: escaped } = Handlebars

type Lines = Pick<FittedParagraph, 'lines' | 'marker'>

/** What stands between a line and the next one: the space that was in the text, or only a place to break. */
const separators = { space: ' ', inside: '<wbr>', last: '' } as const

/**
 * Lines as they were set, each in a span that does not wrap: no browser can break them elsewhere, and yet to copying,
 * searching and reading aloud they are one text. `suffix` follows the last one.
 * Written here and not in a template since a deck has ten thousands of them.
 */
export function linesHtml(
  { lines, marker }: Lines,
  suffix: string | null,
  pageIds: readonly (string | undefined)[],
): string {
  let html = ''
  for (const [i, { runs, end }] of lines.entries()) {
    html += '<span class="ln">'
    if (i === 0 && marker !== '') html += `<span class="marker">${escaped(marker)} </span>`
    for (const run of runs) html += runHtml(run, pageIds)
    if (suffix !== null && i === lines.length - 1) html += `<span class="suffix"> ${escaped(suffix)}</span>`
    html += `</span>${separators[end]}`
  }
  return html
}

function runHtml({ text, bold, italic, href }: FittedRun, pageIds: readonly (string | undefined)[]): string {
  let html = escaped(text)
  if (italic) html = `<em>${html}</em>`
  if (bold) html = `<strong>${html}</strong>`
  return href !== null && isSafeLink(href, pageIds) ? `<a ${linkAttributes(href, pageIds, escaped)}>${html}</a>` : html
}
