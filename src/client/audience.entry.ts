import type { LiveChange } from '../model/wire/live.ts'
import { applyChange, needsReload } from './live/apply-change.ts'
import { makeBanner } from './live/banner.ts'
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

/** The audience's page: follows the speaker, and lets one look around. */
async function start(): Promise<void> {
  if (!dropQuery()) return
  const page = readPage()
  const data = readTalkData()
  const words = readTalkWords()[page.lang]?.talk
  let follower: AudienceSync | undefined
  const moved = () => follower?.userMoved()
  const reading = isReadingView() ? startAudienceReadingView(page, moved) : null
  const { show, followed, ink } = reading ? { ...reading, show: null } : await startAudienceShow(page, moved)
  const back = button(element('span', {}, words?.back ?? ''), words?.back ?? '', 'ui-back', () =>
    follower?.returnToSpeaker(),
  )
  back.prepend(icon('previous'))
  back.hidden = true
  document.body.append(back)
  const strip = makeBanner('ui-lost-connection')
  let { version } = data
  const bring = (change: LiveChange) => {
    if (needsReload(page, change)) return location.reload()
    version = change.version
    applyChange(page, show, change)
  }
  follower = makeAudienceSync({
    display: followed,
    ink,
    applyChange: bring,
    onAway: (away) => {
      back.hidden = !away
    },
    onSpeakerSlide: reading?.onSpeaker ?? (() => {}),
  })
  connectTalk({
    key: () => data.key,
    version: () => version,
    onMessage: follower.receive,
    onLost: (lost) => strip.show(...(lost && words ? [words.lost] : [])),
    onNotFound: () => words && strip.show(words.anew),
    onInvalidKey: () => true,
  })
}

void start()
