import type { LiveChange } from '../model/wire/live.ts'
import { apply, needsReload } from './live/apply.ts'
import { makeStrip } from './live/strip.ts'
import { invitation, talkData, talkWords } from './present/data.ts'
import { driveTalk } from './present/drive.ts'
import { makeHall } from './present/hall.ts'
import { openLine } from './present/line.ts'
import { makeSharing } from './present/share.ts'
import { type Carry, startDeck } from './show/start-deck.ts'

/** The speaker's page: the deck as it is opened from a file, which drives all who follow. */
const carry: Carry = (talk) => {
  const { show } = talk
  const { page } = show
  const data = talkData()
  const words = talkWords()
  const said = words[page.lang]?.talk
  for (const [lang, { page: other }] of Object.entries(words)) talk.languages[lang as typeof page.lang] ??= other
  const hall = makeHall(show, invitation(), said?.invitation ?? '')
  const strip = makeStrip('ui-lost-connection')
  let { version } = data
  const bring = (change: LiveChange) => {
    if (needsReload(page, change)) return location.reload()
    version = change.version
    apply(page, show, change)
  }
  const sharing = makeSharing({
    words,
    lang: page.lang,
    invitation: invitation(),
    renew: () => line.say({ is: 'renew' }),
    toggleHall: hall.toggle,
  })
  const line = openLine({
    key: () => data.key,
    version: () => version,
    onOpen: () => drive.opened(),
    onTold: (told) => {
      if (told.is === 'state') sharing.setConnected(true)
      if (told.is === 'room') sharing.hearRoom(told)
      else drive.hear(told)
    },
    onLost: (lost) => {
      if (lost) sharing.setConnected(false)
      strip.show(...(lost && said ? [said.lost] : []))
    },
    onUnknown: () => said && strip.show(said.anew),
    onStranger: () => true,
  })
  const drive = driveTalk(talk, { say: line.say, bring })
  return sharing
}

void startDeck(carry)
