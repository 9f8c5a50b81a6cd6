import type { Context, Hono } from 'hono'
import { boxPaths, slidesInFile } from '../../edit/box-paths.ts'
import { formatMessage, type Messages } from '../../languages/messages.ts'
import { findProject } from '../../load/project.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { limits } from '../../model/limits.ts'
import type { DraftAnswer, FilmAnswer, PictureAnswer, SourceAnswer } from '../../model/wire/edit-service.ts'
import type { EditSource } from '../../model/wire/edit-source.ts'
import type { DraftMarks, SourceMark, SourceMarks } from '../../model/wire/source-marks.ts'
import type { ThemesAnswer } from '../../model/wire/theme-titles.ts'
import { parse } from '../../parse/parse.ts'
import { printable } from '../../report/printable.ts'
import { disk } from '../../system/disk.ts'
import { themeTitles } from '../../theme/theme-titles.ts'
import { valueAsRead, wholeFile } from '../../validate/value-reading.ts'
import type { DeckEntry } from '../decks/deck-list.ts'
import { findingsView } from '../decks/deck-views.ts'
import type { ServedDeck } from '../decks/served-deck.ts'
import { remoteAddressOf } from '../server/remote-address.ts'
import { isLoopback } from './access.ts'
import { addFilm, maxFilmBytes, partsOfBody } from './add-film.ts'
import { addPicture, maxPictureBytes } from './add-picture.ts'
import { pinsOfPage, suggestPlaces } from './deck-maps.ts'
import type { EditGuard } from './edit-guard.ts'
import { EditRefused } from './edit-refused.ts'
import type { EditedDeck } from './edited-decks.ts'
import { parseDraft, parseEdit, parseText } from './parse-request.ts'
import { mediaTypeOf, readBody, readJson } from './read-body.ts'
import { untilShown } from './until-shown.ts'

/** A deck that a request is about. */
export interface RequestedDeck extends EditedDeck {
  entry: DeckEntry
  served: ServedDeck
}

/** Options of `addDeckEditRoutes`. */
export interface DeckEditRoutes {
  guard: EditGuard
  /** Finds the deck of a request by its id. Errors: `EditRefused`. */
  deckOf(c: Context): Promise<RequestedDeck>
  rootOf(entry: DeckEntry): Promise<string>
  /** The messages for a reader, by the header `Accept-Language`. */
  messagesFor(accepted: string | undefined): Messages
}

/** Adds the routes that read, change and lay out the file of a deck, and that which adds pictures to its project. */
export function addDeckEditRoutes(app: Hono, { guard, deckOf, rootOf, messagesFor }: DeckEditRoutes): void {
  const messagesOf = (c: Context) => messagesFor(c.req.header('accept-language'))
  const { editors } = guard
  app.get(
    '/decks/:id/source',
    editors(async (c) => sourceOf(await deckOf(c))),
  )
  app.get(
    '/decks/:id/marks',
    editors(async (c) => marksOf(await deckOf(c), messagesOf(c))),
  )
  app.post(
    '/decks/:id/marks',
    editors(async (c) => {
      await deckOf(c)
      return draftMarks(parseText(await readJson(c.req.raw, 2 * limits.deckBytes), 'text'), messagesOf(c))
    }),
  )
  app.post(
    '/decks/:id/edit',
    editors(async (c) => {
      const { editor } = await deckOf(c)
      return editor.edit(parseEdit(await readJson(c.req.raw, limits.deckBytes)))
    }),
  )
  app.post(
    '/decks/:id/draft',
    editors(async (c) => draftOf(await deckOf(c), c, messagesOf(c))),
  )
  app.get(
    '/decks/:id/places',
    editors(async (c) => suggestPlaces(c.req.query('q') ?? '', messagesOf(c).lang, c.req.query('lang') ?? '')),
  )
  app.get(
    '/decks/:id/themes',
    editors(async (c): Promise<ThemesAnswer> => {
      const { entry } = await deckOf(c)
      const project = await findProject(entry.path, { root: await rootOf(entry) })
      return { themes: await themeTitles(project, messagesOf(c).lang) }
    }),
  )
  app.get(
    '/decks/:id/pins',
    editors(async (c) => pinsOfPage(await deckOf(c), c.req.query('page') ?? '')),
  )
  app.post(
    '/decks/:id/pictures',
    editors(async (c) => {
      const { entry } = await deckOf(c)
      if (!/^(?:image\/|application\/octet-stream$)/.test(mediaTypeOf(c.req.raw))) {
        throw new EditRefused({ code: 'edit-type-unfit', expected: 'image/*' })
      }
      const bytes = await readBody(c.req.raw, maxPictureBytes)
      const { problem, ...picture } = await addPicture(bytes, c.req.query('name') ?? '', await rootOf(entry), disk)
      return { ...picture, message: problem ? formatMessage(messagesOf(c), problem) : '' } satisfies PictureAnswer
    }),
  )
  app.post(
    '/decks/:id/films',
    editors(async (c) => {
      const { entry } = await deckOf(c)
      if (!/^(?:video\/|application\/(?:octet-stream|ogg)$)/.test(mediaTypeOf(c.req.raw))) {
        throw new EditRefused({ code: 'edit-type-unfit', expected: 'video/*' })
      }
      const parts = partsOfBody(c.req.raw, maxFilmBytes)
      const { path, problem } = await addFilm(parts, c.req.query('name') ?? '', await rootOf(entry), disk)
      return { path, message: problem ? formatMessage(messagesOf(c), problem) : '' } satisfies FilmAnswer
    }),
  )
}

/** The file of a deck, with the places of its boxes in it: what is shown has to be of this text. */
async function sourceOf({ editor, served: { live } }: RequestedDeck): Promise<EditSource & SourceAnswer> {
  const { bytes, ...source } = await editor.source()
  const isShown = await untilShown(live, bytes)
  const { root } = parse(source.text)
  return {
    ...source,
    deck: root && valueAsRead(root, wholeFile),
    slides: root && slidesInFile(root),
    pages: root ? boxPaths(root, live.boxes()) : {},
    isShown,
  }
}

/** So many findings are marked in the text. */
const maxMarks = 500

/** The findings of a file at their places; none if it has changed since they were found. */
async function marksOf({ editor, served: { live } }: RequestedDeck, messages: Messages): Promise<SourceMarks> {
  const { hash, text } = await editor.source()
  const { diagnostics, text: read } = live.report()
  if (read !== text) return { hash, marks: [] }
  const own = diagnostics.filter(({ source }) => !source).slice(0, maxMarks)
  return { hash, marks: own.map(markIn(messages)) }
}

const markIn =
  (messages: Messages) =>
  (one: Diagnostic): SourceMark => {
    const { severity, range, edits = [] } = one
    return { ...range, severity, message: printable(formatMessage(messages, one)), edits }
  }

/** What is to be said about a text that is not saved, as far as it is not about values. */
function draftMarks(text: string, messages: Messages): DraftMarks {
  const { root, diagnostics } = parse(text)
  const isReadable = root !== null && diagnostics.every(({ severity }) => severity !== 'error')
  return { marks: diagnostics.slice(0, maxMarks).map(markIn(messages)), isReadable }
}

/** Lays out a slide as it is being written. A page that does not wait any longer ends the layout. */
async function draftOf(
  { editor, served: { live } }: RequestedDeck,
  c: Context,
  messages: Messages,
): Promise<DraftAnswer> {
  const request = parseDraft(await readJson(c.req.raw, limits.deckBytes))
  const text = await editor.draft(request)
  const { slide, tag } = request
  const { signal } = c.req.raw
  const draft = await live.draft({ text, slide: slide - 1, signal, ...(tag === undefined ? {} : { tag }) })
  if (!draft) return { pages: [], css: '', symbols: '', findings: [] }
  const { pages, css, symbols, diagnostics } = draft
  const report = { ...live.report(), valid: true, fault: null, text, diagnostics }
  const { list } = findingsView(live, report, messages, isLoopback(remoteAddressOf(c)))
  return { pages, css, symbols, findings: list }
}
