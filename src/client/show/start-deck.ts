import { applyDeckStyle } from '../parts/deck-style.ts'
import { makePageClock } from '../parts/page-clock.ts'
import { keepScreenOn } from '../parts/wake-lock.ts'
import { makeRehearsal } from '../speaker/rehearsal.ts'
import { makeStopwatch } from '../speaker/stopwatch.ts'
import { bindBlackHint } from './black-hint.ts'
import { type ClientPage, readPage, wordsByLanguage } from './client-page.ts'
import { bindCommands } from './commands.ts'
import { startLoop } from './loop.ts'
import { bindMouse } from './mouse.ts'
import { dropQuery } from './page-url.ts'
import { addPollNotes, bindPollHint } from './poll-hint.ts'
import { addReadingControls } from './reading-controls.ts'
import { followWidth, isReadingView, readFrom, startReadingView } from './reading-view.ts'
import type { Show } from './show.ts'
import type { SlideLanguages } from './slide-languages.ts'
import { startShow } from './start-show.ts'
import { type Share, startStopwatchOnFirstStep, type TalkContext } from './talk-context.ts'
import { makeVideoControls } from './video-controls.ts'

/** A started page. `show` is null in the reading view. */
export interface StartedDeck {
  page: ClientPage
  show: Show | null
}

/** Connects a talk with other devices. */
export type ShareTalk = (talk: Omit<TalkContext, 'share'>) => Share

/** What only some pages have. */
export interface StartOptions {
  shareTalk?: ShareTalk
  /** Reads the further languages of the page. */
  readLanguages?: (page: ClientPage) => SlideLanguages | null
  /** How long a served page shows each slide, if it shows them by itself. Units: seconds. */
  loop?: number | undefined
  /** Keeps the screen on where the browser has no wake lock. */
  withoutLock?: ((view: Window) => void) | undefined
}

/**
 * Starts the page of this script. Returns null if it has to be loaded again. The page of a speaker is always a show.
 */
export async function startDeck(options: StartOptions = {}): Promise<StartedDeck | null> {
  const { shareTalk, readLanguages, loop, withoutLock } = options
  if (!dropQuery()) return null
  const page = readPage()
  const slideLanguages = readLanguages?.(page) ?? null
  await slideLanguages?.begin()
  const seconds = loop ?? page.loop
  if (seconds !== undefined) return startLoopDeck(page, { seconds, languages: slideLanguages, withoutLock })
  if (!shareTalk && isReadingView()) {
    await page.reading.done
    applyDeckStyle(page)
    page.onEdit(makeVideoControls(page).closeDetached)
    const index = startReadingView(page)
    slideLanguages?.follow({ index, replace: (to) => readFrom(page, to) })
    addReadingControls(page, index, slideLanguages)
    addPollNotes(page)
    followWidth(index)
    return { page, show: null }
  }
  const { show, board, players } = await startShow(page, { canDraw: true, steps: 'each' })
  slideLanguages?.follow(show)
  bindMouse(show, board)
  keepScreenOn(window, withoutLock)
  const stopwatch = makeStopwatch(makePageClock())
  startStopwatchOnFirstStep(show, stopwatch)
  if (!shareTalk) followWidth(show.index, () => board.isEmpty())
  const talk: TalkContext = {
    show,
    board,
    stopwatch,
    rehearsal: makeRehearsal(show, stopwatch),
    languages: wordsByLanguage(page),
    requestedLang: null,
    slideLanguages,
    share: null,
  }
  talk.share = shareTalk?.(talk) ?? null
  bindCommands(talk, players)
  bindBlackHint(show)
  if (!shareTalk) bindPollHint(show)
  // reveal.js adds it too, after other tasks of the browser.
  page.reveal.classList.add('ready')
  return { page, show }
}

/** Starts a page that shows its slides by itself: it has no toolbar, no dialogs and no reading view. */
async function startLoopDeck(
  page: ClientPage,
  options: { seconds: number; languages: SlideLanguages | null; withoutLock: StartOptions['withoutLock'] },
): Promise<StartedDeck> {
  // A page that begins in a narrow window looks like one.
  document.documentElement.classList.remove('ui-reading')
  const { show, players } = await startShow(page, { canDraw: false, steps: 'none' })
  options.languages?.follow(show)
  keepScreenOn(window, options.withoutLock)
  startLoop(show, players, options)
  page.reveal.classList.add('ready')
  return { page, show }
}
