import { shareLook } from '../parts/look.ts'
import { makeStopwatch } from '../speaker/stopwatch.ts'
import { dropQuery } from './address.ts'
import { takeCommands } from './commands.ts'
import { languagesOf, type Page, readPage } from './page.ts'
import { makePlayers } from './player.ts'
import { followTurning, isReading, slideInSight, startReading } from './reading.ts'
import type { Show } from './show.ts'
import { startPage } from './start-show.ts'
import { type Share, type Talk, timeTalk } from './talk.ts'

/** A page that was brought to life: `show` is null where the slides are read one below the other. */
export interface Deck {
  page: Page
  show: Show | null
}

/** Carries a talk to other devices. */
export type Carry = (talk: Omit<Talk, 'share'>) => Share

/** Brings the page to life that this script stands in. Gives null where it has to be loaded once more. */
export async function startDeck(carry?: Carry): Promise<Deck | null> {
  if (!dropQuery()) return null
  const page = readPage()
  if (isReading()) {
    shareLook(page)
    page.onEdit(makePlayers(page).closeGone)
    startReading(page)
    followTurning(() => slideInSight(page))
    return { page, show: null }
  }
  const { show, ink, players } = await startPage(page, { hand: true })
  const watch = makeStopwatch(() => performance.now())
  timeTalk(show, watch)
  const talk = { show, ink, watch, languages: languagesOf(page) }
  takeCommands({ ...talk, share: carry?.(talk) ?? null }, players)
  return { page, show }
}
