import { makeBanner } from './live/banner.ts'
import { makePageUpdater } from './live/page-updater.ts'
import { button, element } from './parts/element.ts'
import { icon } from './parts/icons.ts'
import { startAudienceReadingView } from './present/audience-reading-view.ts'
import { startAudienceShow } from './present/audience-show.ts'
import { type AudienceSync, makeAudienceSync } from './present/audience-sync.ts'
import { connectTalk } from './present/talk-connection.ts'
import { readTalkData, readTalkWords } from './present/talk-data.ts'
import { readPage } from './show/client-page.ts'
import { dropQuery } from './show/page-url.ts'
import { isReadingView } from './show/reading-view.ts'

/** Starts the audience's page, which follows the speaker and lets the user move around. */
async function start(): Promise<void> {
  if (!dropQuery()) return
  const page = readPage()
  const data = readTalkData()
  const words = readTalkWords()[page.lang]?.talk
  let sync: AudienceSync | undefined
  const onMove = () => sync?.userMoved()
  const reading = isReadingView() ? startAudienceReadingView(page, onMove) : null
  const { show, display, board } = reading ? { ...reading, show: null } : await startAudienceShow(page, onMove)
  const back = button(element('span', {}, words?.back ?? ''), words?.back ?? '', 'ui-back', () =>
    sync?.returnToSpeaker(),
  )
  back.prepend(icon('previous'))
  back.hidden = true
  document.body.append(back)
  const banner = makeBanner('ui-lost-connection')
  const updater = makePageUpdater(page, show, data.version)
  sync = makeAudienceSync({
    display,
    board,
    applyChange: updater.update,
    onAway: (away) => {
      back.hidden = !away
      document.body.classList.toggle('ui-away', away)
    },
    onSpeakerSlide: reading?.onSpeakerSlide ?? (() => {}),
  })
  connectTalk({
    key: () => data.key,
    version: updater.version,
    onMessage: sync.receive,
    onLost: (lost) => banner.show(...(lost && words ? [words.lost] : [])),
    onNotFound: () => words && banner.show(words.anew),
    onInvalidKey: () => true,
  })
}

void start()
