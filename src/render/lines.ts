import Handlebars from 'handlebars/runtime.js'
import type { FittedLine, FittedRun } from '../model/fitted.ts'
import { linkAttributes, opens } from './links.ts'

const { escapeExpression: escaped } = Handlebars

/** What stands between a line and the next one: the space that was in the text, or only a place to break. */
const between = { space: ' ', inside: '<wbr>', last: '' } as const

/**
 * Lines as they were set, each in a span that does not wrap: no browser can break them elsewhere, and yet to copying,
 * searching and reading aloud they are one text. Written here and not in a template since a deck has ten thousands of them.
 */
export function linesHtml(lines: readonly FittedLine[], pageIds: readonly string[]): string {
  let html = ''
  for (const { runs, end } of lines) {
    html += '<span class="ln">'
    for (const run of runs) html += runHtml(run, pageIds)
    html += `</span>${between[end]}`
  }
  return html
}

function runHtml({ text, bold, italic, href }: FittedRun, pageIds: readonly string[]): string {
  let html = escaped(text)
  if (italic) html = `<em>${html}</em>`
  if (bold) html = `<strong>${html}</strong>`
  return href !== null && opens(href, pageIds) ? `<a ${linkAttributes(href, pageIds, escaped)}>${html}</a>` : html
}
