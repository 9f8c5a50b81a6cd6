import { randomUUID } from 'node:crypto'
import { sep } from 'node:path'
import { loadMessages } from '../../languages/languages.ts'
import type { Messages } from '../../languages/messages.ts'
import { type LiveOptions, openLive } from '../../live/open-live.ts'
import { KormeError } from '../../model/errors.ts'
import type { Flags } from '../../model/flags.ts'
import { type Lang, langs } from '../../model/lang.ts'
import { type DeckList, type DeckListOptions, serveDecks } from '../../serve/deck-list.ts'
import { serveRoutes } from '../../serve/deck-routes.ts'
import { openServer, type RunningServer } from '../../serve/server.ts'
import { type Call, givenFlags } from '../command.ts'
import { shortPath } from '../decks.ts'
import { programName } from '../help.ts'
import { serveLog } from './log.ts'
import { servedPages } from './served-pages.ts'
import { shownDeck, shownFindings } from './shown-findings.ts'

/** A call of `serve` or `present`: one page shows one language. */
export type LiveCall = Call<Omit<Flags, 'lang'> & { lang?: Lang }>

/** Joins decks, pages and a server, as the flags of a call want it. Errors: `port-…`, exit codes 2 and 3. */
export async function startServing(
  call: LiveCall,
  { folder, find }: Pick<DeckListOptions, 'folder' | 'find'>,
): Promise<{ server: RunningServer; decks: DeckList; close(): Promise<void> }> {
  const options = liveOptions(call)
  const [drawn, all] = await Promise.all([servedPages(), Promise.all(langs.map(loadMessages))])
  const messages = Object.fromEntries(all.map((one) => [one.lang, one])) as Record<Lang, Messages>
  const log = serveLog(call)
  const routes = serveRoutes(() => decks, {
    run: randomUUID(),
    renderer: drawn,
    lang: call.flags.messages ?? null,
    fallbackLang: call.messages.lang,
    deckView: (listed, lang) => shownDeck(listed, messages[lang]),
    folder: shortPath(folder ?? '.') + sep,
    command: `${programName} new my-talk`,
  })
  const decks = await serveDecks({
    folder,
    find,
    openLive: (path) => openLive(path, options),
    findings: (live, report, { lang, local }) => shownFindings(live, report, messages[lang], local),
    onChange: (told) => {
      if (told) log.deckRead(told.live, told.report)
      routes.notifyStartPages()
    },
    onError: log.failure,
    onWatchFailed: (path, reason) =>
      log.failure(new KormeError({ code: 'watch-failed', path: shortPath(path), reason })),
  })
  const end = () => {
    decks.close()
    routes.close()
  }
  const open = call.flags.host === true
  const server = await openServer({ open, port: call.flags.port, onBug: log.bug, ...routes }).catch(
    (error: unknown) => {
      end()
      throw error
    },
  )
  return {
    server,
    decks,
    close: () => {
      end()
      return server.close()
    },
  }
}

/** The options of a live deck that the flags of a call set. */
export const liveOptions = ({ flags: { lang, ...flags } }: LiveCall): LiveOptions => ({
  ...givenFlags(flags, 'aspect', 'root', 'theme'),
  ...(lang && { lang }),
})
