import { styles } from '#generated/styles.js'
import type { LivePage, LiveState } from '../model/wire/live.ts'
import { allBlockStyles } from './block-styles.ts'
import { jsonInHtml } from './render-html.ts'
import { renderPlain } from './template-renderer.ts'

/** What a served page contains besides the state of its deck. Addresses are those of the server. */
export interface ServedPageParts {
  /** The style sheets that all decks share, in order: see `servedStyle`. */
  sheets: readonly string[]
  scripts: readonly string[]
  /** Whether to include the speaker notes. */
  notes: boolean
  /** Further data for scripts, as JSON in elements with these ids. */
  data?: Readonly<Record<string, unknown>>
}

/**
 * Renders a deck as a served page: like `renderHtml`, but with the addresses of style sheets, scripts, pictures, fonts and
 * videos. The deck's own style sheet is `deck.css` next to it.
 */
export function renderServedPage(state: LiveState, { notes, data, ...parts }: ServedPageParts): string {
  const { tag: lang, symbols } = state
  const { title, words } = state.data
  const name = title.trim() || words.slides
  const slides = state.pages.map((page) => (notes ? htmlWithNotes(page) : page.html)).join('')
  const heading = /<h1[ >]/.test(slides) ? null : name
  const json = Object.entries({ 'deck-data': state.data, ...data }).map(([id, value]) => [id, jsonInHtml(value)])
  return renderPlain('served', {
    ...parts,
    // Its script may be about to show the language that was chosen before.
    unsettled: slides !== '' && (state.data.editions?.length ?? 0) > 1,
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
 * Renders the first page of a deck as a thumbnail: a page of the size of its stage, without scripts, to be shown in a
 * scaled-down frame.
 */
export function renderThumbnail(state: LiveState, { sheets }: Pick<ServedPageParts, 'sheets'>): string {
  const { tag: lang, symbols } = state
  const { title, words } = state.data
  const slides = state.pages[0]?.html ?? ''
  return renderPlain('served', {
    sheets,
    still: true,
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

/** Returns the style sheet that all served decks share. `style` is the bundled one of the page. */
export const servedStyle = (style: string): string =>
  [style, styles.slide, ...allBlockStyles(), styles.document, styles.browserPrint].join('\n')

/**
 * Returns the Content Security Policy of a served page, sent as a header: only resources of its own server, and the players
 * of video providers in frames.
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
