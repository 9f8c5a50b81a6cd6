import type { LiveChange } from '../model/wire/live.ts'
import { apply, needsReload } from './live/apply.ts'
import { makeStrip } from './live/strip.ts'
import { button, element } from './parts/element.ts'
import { icon } from './parts/icons.ts'
import { startAudienceReading } from './present/audience-reading.ts'
import { startAudienceShow } from './present/audience-show.ts'
import { talkData, talkWords } from './present/data.ts'
import { type Follower, makeFollower } from './present/follow.ts'
import { openLine } from './present/line.ts'
import { dropQuery } from './show/address.ts'
import { readPage } from './show/page.ts'
import { isReading } from './show/reading.ts'

/** The audience's page: follows the speaker, and lets one look around. */
async function start(): Promise<void> {
  if (!dropQuery()) return
  const page = readPage()
  const data = talkData()
  const words = talkWords()[page.lang]?.talk
  let follower: Follower | undefined
  const moved = () => follower?.moved()
  const reading = isReading() ? startAudienceReading(page, moved) : null
  const { show, followed, ink } = reading ? { ...reading, show: null } : await startAudienceShow(page, moved)
  const back = button(element('span', {}, words?.back ?? ''), words?.back ?? '', 'ui-back', () => follower?.comeBack())
  back.prepend(icon('previous'))
  back.hidden = true
  document.body.append(back)
  const strip = makeStrip('ui-lost-connection')
  let { version } = data
  const bring = (change: LiveChange) => {
    if (needsReload(page, change)) return location.reload()
    version = change.version
    apply(page, show, change)
  }
  follower = makeFollower({
    followed,
    ink,
    bring,
    onAway: (away) => {
      back.hidden = !away
    },
    onSpeaker: reading?.onSpeaker ?? (() => {}),
  })
  openLine({
    key: () => data.key,
    version: () => version,
    onTold: follower.hear,
    onLost: (lost) => strip.show(...(lost && words ? [words.lost] : [])),
    onUnknown: () => words && strip.show(words.anew),
    onStranger: () => true,
  })
}

void start()
