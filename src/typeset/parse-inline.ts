import { createRequire } from 'node:module'
import type MarkdownIt from 'markdown-it'
import type { StateInline, Token } from 'markdown-it'
import type { TextSpan } from '../model/text.ts'

/**
 * The runs of one line: `**bold**`, `*italic*`, `[text](url)`, nothing else.
 *
 * Shape: asterisks and brackets that form no pair stay; no HTML, entities, escapes, underscores, bare addresses.
 *        A link leads to http, https, mailto, tel, or to a slide of the deck (`#3`); any other stays as it was written.
 */
export function parseInline(line: string): TextSpan[] {
  if (!hasMarkup.test(line)) return [{ text: line, bold: false, italic: false, href: null }]
  const inline = (parser ??= loadParser()).parseInline(line, {})[0]
  return toSpans(inline?.children ?? [])
}

/** Links that were left as they are: the address is no web, mail, telephone or slide address. */
export function unsafeLinks(text: string): string[] {
  if (!text.includes('](')) return []
  return [...text.matchAll(linkPattern)].map((found) => found[1]!).filter((address) => !safeScheme.test(address))
}

/** Numbers of the slides that a text's links lead to. */
export function linkedSlides(text: string): number[] {
  if (!text.includes('](#')) return []
  return [...text.matchAll(linkPattern)]
    .map(([, address]) => address!)
    .flatMap((a) => (toSlide.test(a) ? [+a.slice(1)] : []))
}

const hasMarkup = /\*|\]\(/
const addressPattern = /\(([^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\)/
const linkPattern = new RegExp(`\\]${addressPattern.source}`, 'g')
const linkTarget = new RegExp(addressPattern.source, 'y')
const safeScheme = /^(?:https?:\/\/|mailto:|tel:|#\d+$)/i
const toSlide = /^#\d{1,6}$/

let parser: MarkdownIt | undefined

/** Loaded for the first text that has marks: most decks have none, and layout is no place to wait. */
function loadParser(): MarkdownIt {
  const Markdown = createRequire(import.meta.url)('markdown-it') as typeof MarkdownIt
  const markdown = new Markdown('zero', { html: false, linkify: false, typographer: false })
  markdown.enable('emphasis')
  markdown.inline.ruler.before('emphasis', 'literal', literalRule)
  markdown.inline.ruler.push('address', linkRule)
  return markdown
}

/** Underscores are letters of file names and addresses here, and an asterisk between figures multiplies them. */
function literalRule(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state
  if (src[pos] !== '_' && !(src[pos] === '*' && isDigit(src[pos - 1]) && isDigit(src[pos + 1]))) return false
  if (!silent) state.pending += src[pos]
  state.pos++
  return true
}

const isDigit = (character: string | undefined) => character !== undefined && character >= '0' && character <= '9'

/** `[text](url)` alone: the library's own rule also knows titles, references and escapes, which would take characters away. */
function linkRule(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '[') return false
  const end = state.md.helpers.parseLinkLabel(state, state.pos, true)
  if (end <= state.pos + 1) return false
  linkTarget.lastIndex = end + 1
  const href = linkTarget.exec(state.src)?.[1]
  if (!href || !safeScheme.test(href) || linkTarget.lastIndex > state.posMax) return false
  if (!silent) {
    const { posMax } = state
    state.pos++
    state.posMax = end
    state.push('link_open', 'a', 1).attrs = [['href', href]]
    state.md.inline.tokenize(state)
    state.push('link_close', 'a', -1)
    state.posMax = posMax
  }
  state.pos = end + 1 + href.length + 2
  return true
}

function toSpans(tokens: readonly Token[]): TextSpan[] {
  const found: TextSpan[] = []
  let bold = 0
  let italic = 0
  let href: string | null = null
  for (const token of tokens) {
    if (token.type.startsWith('strong')) bold += token.nesting
    else if (token.type.startsWith('em')) italic += token.nesting
    else if (token.type === 'link_open') href = token.attrGet('href')
    else if (token.type === 'link_close') href = null
    else if (token.content) appendSpan(found, { text: token.content, bold: bold > 0, italic: italic > 0, href })
  }
  return found
}

function appendSpan(list: TextSpan[], span: TextSpan): void {
  const last = list.at(-1)
  if (last && last.bold === span.bold && last.italic === span.italic && last.href === span.href) last.text += span.text
  else list.push(span)
}
