import { dropQuery } from './address.ts'
import { takeCommands } from './commands.ts'
import { languagesOf, readPage } from './page.ts'
import { makePlayers } from './player.ts'
import { followTurning, isReading, slideInSight, startReading } from './reading.ts'
import { makeStopwatch } from './speaker/stopwatch.ts'
import { shareLook, startPage } from './start.ts'
import { timeTalk } from './talk.ts'

async function start(): Promise<void> {
  if (!dropQuery()) return
  const page = readPage()
  if (isReading()) {
    shareLook(page)
    makePlayers(page)
    startReading(page)
    followTurning(() => slideInSight(page))
    return
  }
  const { show, ink, players } = await startPage(page, { hand: true })
  const watch = makeStopwatch(() => performance.now())
  timeTalk(show, watch)
  takeCommands({ show, ink, watch, languages: languagesOf(page), share: null }, players)
}

void start()
