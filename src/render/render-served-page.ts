import { styles } from '#generated/styles.js'
import type { LivePage, LiveState } from '../model/wire/live.ts'
import { jsonInHtml } from './render-html.ts'
import { renderPlain } from './template-renderer.ts'

/** What a served page is made of besides the state of its deck. Addresses are those that the server gives. */
export interface ServedPageParts {
  /** Style sheets that all decks share, in their order: see `servedStyles`. */
  sheets: readonly string[]
  /** The style sheet for a page whose script does not run. */
  unscripted: string
  scripts: readonly string[]
  /** Whether the speaker's notes go into the page. */
  notes: boolean
  /** What else scripts are to know, as JSON in elements of these ids. */
  data?: Readonly<Record<string, unknown>>
}

/**
 * A deck as the page that a server gives: as `renderHtml`, but with style sheets, script, pictures, fonts and videos by
 * their addresses. The deck's own style sheet is `deck.css` beside it.
 */
export function renderServedPage(state: LiveState, { notes, data, ...parts }: ServedPageParts): string {
  const { lang, symbols } = state
  const { title, words } = state.data
  const name = title.trim() || words.slides
  const slides = state.pages.map((page) => (notes ? htmlWithNotes(page) : page.html)).join('')
  const heading = /<h1[ >]/.test(slides) ? null : name
  const json = Object.entries({ 'deck-data': state.data, ...data }).map(([id, value]) => [id, jsonInHtml(value)])
  return renderPlain('served', {
    ...parts,
    lang,
    title: name,
    name: words.slides,
    heading,
    symbols,
    slides,
    data: Object.fromEntries(json),
  })
}

/**
 * The first page of a deck as a small picture of it: a page of the size of its stage, with no script, to be shown in a frame
 * that is made smaller.
 */
export function renderThumbnail(
  state: LiveState,
  { sheets, unscripted }: Pick<ServedPageParts, 'sheets' | 'unscripted'>,
): string {
  const { lang, symbols } = state
  const { title, words } = state.data
  const slides = state.pages[0]?.html ?? ''
  return renderPlain('served', {
    sheets,
    still: unscripted,
    lang,
    title: title.trim() || words.slides,
    name: words.slides,
    symbols,
    slides,
  })
}

const end = '</section>'

const htmlWithNotes = ({ html, notes }: LivePage): string =>
  notes === '' ? html : `${html.slice(0, -end.length)}${notes}\n${end}`

/** The style sheets that all served decks share: `style` is that of the browser as bundled. */
export const servedStyles = (style: string): { deck: string; document: string } => ({
  deck: [style, styles.slide, styles.browserPrint].join('\n'),
  document: styles.document,
})

/**
 * The policy of a served page: nothing but what its own server gives, and the players of the providers of videos once
 * someone asks for them. It is sent as a header.
 */
export const servedPolicy = (frames: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    `frame-src ${frames.join(' ') || "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; ')
