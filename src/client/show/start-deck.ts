import { applyDeckStyle } from '../parts/deck-style.ts'
import { makeStopwatch } from '../speaker/stopwatch.ts'
import { type ClientPage, readPage, wordsByLanguage } from './client-page.ts'
import { bindCommands } from './commands.ts'
import { dropQuery } from './page-url.ts'
import { isReadingView, reloadOnRotate, startReadingView, visibleSlideIndex } from './reading-view.ts'
import type { Show } from './show.ts'
import { startShow } from './start-show.ts'
import { type Share, startStopwatchOnFirstStep, type TalkContext } from './talk-context.ts'
import { makeVideoControls } from './video-controls.ts'

/** A page that was brought to life: `show` is null where the slides are read one below the other. */
export interface StartedDeck {
  page: ClientPage
  show: Show | null
}

/** Carries a talk to other devices. */
export type ShareTalk = (talk: Omit<TalkContext, 'share'>) => Share

/** Brings the page to life that this script stands in. Gives null where it has to be loaded once more. */
export async function startDeck(shareTalk?: ShareTalk): Promise<StartedDeck | null> {
  if (!dropQuery()) return null
  const page = readPage()
  if (isReadingView()) {
    applyDeckStyle(page)
    page.onEdit(makeVideoControls(page).closeDetached)
    startReadingView(page)
    reloadOnRotate(() => visibleSlideIndex(page))
    return { page, show: null }
  }
  const { show, ink, players } = await startShow(page, { hand: true })
  const stopwatch = makeStopwatch(() => performance.now())
  startStopwatchOnFirstStep(show, stopwatch)
  const talk = { show, ink, stopwatch, languages: wordsByLanguage(page) }
  bindCommands({ ...talk, share: shareTalk?.(talk) ?? null }, players)
  return { page, show }
}
