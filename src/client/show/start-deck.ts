import { applyDeckStyle } from '../parts/deck-style.ts'
import { makeStopwatch } from '../speaker/stopwatch.ts'
import { type ClientPage, readPage, wordsByLanguage } from './client-page.ts'
import { bindCommands } from './commands.ts'
import { dropQuery } from './page-url.ts'
import { addReadingControls } from './reading-controls.ts'
import { followWidth, isReadingView, startReadingView } from './reading-view.ts'
import type { Show } from './show.ts'
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

/**
 * Starts the page of this script. Returns null if it has to be loaded again. The page of a speaker is always a show.
 */
export async function startDeck(shareTalk?: ShareTalk): Promise<StartedDeck | null> {
  if (!dropQuery()) return null
  const page = readPage()
  if (!shareTalk && isReadingView()) {
    await page.reading.done
    applyDeckStyle(page)
    page.onEdit(makeVideoControls(page).closeDetached)
    const index = startReadingView(page)
    addReadingControls(page, index)
    followWidth(index)
    return { page, show: null }
  }
  const { show, board, players } = await startShow(page, { canDraw: true })
  const stopwatch = makeStopwatch(() => performance.now())
  startStopwatchOnFirstStep(show, stopwatch)
  if (!shareTalk) followWidth(show.index, () => board.isEmpty())
  const talk: TalkContext = {
    show,
    board,
    stopwatch,
    languages: wordsByLanguage(page),
    requestedLang: null,
    share: null,
  }
  talk.share = shareTalk?.(talk) ?? null
  bindCommands(talk, players)
  // reveal.js adds it too, after other tasks of the browser.
  page.reveal.classList.add('ready')
  return { page, show }
}
