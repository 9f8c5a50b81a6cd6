import { randomUUID } from 'node:crypto'
import { sep } from 'node:path'
import { loadMessages } from '../../languages/languages.ts'
import type { Messages } from '../../languages/messages.ts'
import { type LiveOptions, openLive } from '../../live/open-live.ts'
import { KormeError } from '../../model/errors.ts'
import { type Lang, langs } from '../../model/lang.ts'
import { type DeckList, type DeckListOptions, serveDecks } from '../../serve/deck-list.ts'
import { serveRoutes } from '../../serve/deck-routes.ts'
import { openServer, type RunningServer } from '../../serve/server.ts'
import type { Call } from '../command.ts'
import { shortPath } from '../decks.ts'
import { programName } from '../help.ts'
import { serveLog } from './log.ts'
import { parsePort } from './options.ts'
import { servedPages } from './served-pages.ts'
import { shownDeck, shownFindings } from './shown-findings.ts'

/** Joins decks, pages and a server, as the flags of a call want it. Errors: `port-…`, exit codes 2 and 3. */
export async function startServing(
  call: Call,
  { folder, find }: Pick<DeckListOptions, 'folder' | 'find'>,
): Promise<{ server: RunningServer; decks: DeckList; close(): Promise<void> }> {
  const port = parsePort(call.flags)
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
  const server = await openServer({ open, port, onBug: log.bug, ...routes }).catch((error: unknown) => {
    end()
    throw error
  })
  return {
    server,
    decks,
    close: () => {
      end()
      return server.close()
    },
  }
}

/** What the flags of a call ask of a deck that is shown while it is written. Errors: `--lang all`, exit code 2. */
export function liveOptions({ flags: { aspect, lang, root, theme } }: Call): LiveOptions {
  // One page shows one language.
  if (lang === 'all') throw new KormeError({ code: 'flag-value-unknown', flag: '--lang', value: lang, known: langs }, 2)
  return {
    ...(aspect ? { aspect } : {}),
    ...(lang ? { lang } : {}),
    ...(root ? { root } : {}),
    ...(theme ? { theme } : {}),
  }
}
