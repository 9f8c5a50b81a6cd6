import type { Context, Hono } from 'hono'
import pLimit from 'p-limit'
import type { BuildOptions } from '../../build.ts'
import { boxPaths } from '../../edit/box-paths.ts'
import { livePolicy, openLive, renderThumbnail } from '../../live/open-live.ts'
import type { Live } from '../../model/live.ts'
import type { JsonValue, NodePath } from '../../model/source.ts'
import { parse } from '../../parse/parse.ts'
import { disk } from '../../system/disk.ts'
import { valueAsRead, wholeFile } from '../../validate/value-reading.ts'
import type { DeckEntry } from '../decks/deck-list.ts'
import type { ServedDeck } from '../decks/served-deck.ts'
import { sendResource } from '../server/resource.ts'
import type { EditedDeck } from './edited-decks.ts'

/** So many slides in a theme are kept: each has its fonts and pictures. */
const maxKept = 12

/** A deck of which a slide is asked for in another theme. */
type LookedAt = Pick<EditedDeck, 'editor'> & { served: Pick<ServedDeck, 'live'>; entry: Pick<DeckEntry, 'path'> }

/** A slide in a theme, and its number in the deck that it was reduced to. */
interface Look {
  live: Live
  number: number
}

/** Options of `addThemeLooks`. */
export interface ThemeLooksOptions {
  /** How decks are read. */
  build: Pick<BuildOptions, 'aspect' | 'root' | 'script'>
  /** Finds the deck of a request by its id. Errors: `EditRefused`. */
  deckOf(c: Context): Promise<LookedAt>
  /** The style sheets that all slides share. */
  sheets: readonly string[]
}

/**
 * Adds the pages that show a slide in another theme: `/decks/<id>/themes/<page>/<theme>/`, with what they use beside them. They
 * only read; frames of the editor show them.
 */
export function addThemeLooks(app: Hono, { build, deckOf, sheets }: ThemeLooksOptions): void {
  const kept = new Map<string, Promise<Look | null>>()
  const inTurn = pLimit(1)
  const look = async (deck: LookedAt, page: string, theme: string): Promise<Look | null> => {
    const { hash, text } = await deck.editor.source()
    const { path } = deck.entry
    const key = JSON.stringify([path, hash, page, theme])
    const known = kept.get(key)
    if (known) return known
    const opening = inTurn(async () => {
      const reduced = reducedDeck(text, page, deck.served.live)
      if (reduced === null) return null
      const bytes = Buffer.from(reduced.text)
      const files = {
        ...disk,
        read: async (file: string, limitBytes: number) => (file === path ? { bytes } : disk.read(file, limitBytes)),
      }
      // There may be no such theme.
      const live = await openLive(path, { ...build, files, theme }).catch(() => null)
      return live && { live, number: reduced.number }
    })
    kept.set(key, opening)
    for (const old of [...kept.keys()].slice(0, -maxKept)) kept.delete(old)
    return opening
  }
  app.get('/decks/:id/themes/:page/:theme/*', async (c) => {
    const site = c.req.header('sec-fetch-site')
    if (site !== undefined && site !== 'same-origin') return c.notFound()
    const { page, theme } = c.req.param()
    const deck = await deckOf(c).catch(() => null)
    const found = deck && (await look(deck, page, theme))
    const state = found?.live.state(c.req.query('lang')) ?? found?.live.state()
    if (!found || !state) return c.notFound()
    const { live, number } = found
    const name = decodeURIComponent(c.req.path.split('/').slice(6).join('/'))
    if (name === 'deck.css') return c.body(state.css, 200, { 'Content-Type': 'text/css; charset=utf-8' })
    if (name === '') {
      const shown = state.pages.find(({ id }) => id === `s${number}` || id.startsWith(`s${number}-`))
      c.header('Content-Security-Policy', livePolicy)
      return c.html(renderThumbnail({ ...state, pages: shown ? [shown] : [] }, { sheets }))
    }
    const resource = live.resource(name)
    return resource ? sendResource(c, name, resource) : c.notFound()
  })
}

/**
 * Returns the text of a deck of at most three slides: the first one, the one of a page, and the last one, since layouts depend
 * on which slide is the first or the last. `number` is that of the slide in it, from 1 on. Null if there is no such slide.
 */
function reducedDeck(text: string, page: string, live: Live): { text: string; number: number } | null {
  const { root } = parse(text)
  const slide = root && boxPaths(root, live.boxes())[page]?.slide
  const index = slide?.at(-1)
  if (!root || !slide || typeof index !== 'number') return null
  const deck = valueAsRead(root, wholeFile)
  const list = valueAt(deck, slide.slice(0, -1))
  if (!Array.isArray(list)) return null
  const kept = new Set([0, index, list.length - 1])
  const reduced = list.filter((_, i) => kept.has(i))
  list.splice(0, list.length, ...reduced)
  return { text: JSON.stringify(deck), number: index === 0 ? 1 : 2 }
}

function valueAt(root: JsonValue, path: NodePath): JsonValue | undefined {
  let value: JsonValue | undefined = root
  for (const step of path) {
    if (Array.isArray(value)) value = value[Number(step)]
    else if (typeof value === 'object' && value !== null) value = value[step]
  }
  return value
}
