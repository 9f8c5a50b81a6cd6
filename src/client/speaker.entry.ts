import type { LiveChange } from '../model/wire/live.ts'
import { applyChange, needsReload } from './live/apply-change.ts'
import { makeBanner } from './live/banner.ts'
import { makeFullscreenQr } from './present/fullscreen-qr.ts'
import { makeSharing } from './present/sharing.ts'
import { makeSpeakerSync } from './present/speaker-sync.ts'
import { connectTalk } from './present/talk-connection.ts'
import { readInvitation, readTalkData, readTalkWords } from './present/talk-data.ts'
import { type ShareTalk, startDeck } from './show/start-deck.ts'

/** The speaker's page: the deck as it is opened from a file, which drives all who follow. */
const shareTalk: ShareTalk = (talk) => {
  const { show } = talk
  const { page } = show
  const data = readTalkData()
  const words = readTalkWords()
  const talkText = words[page.lang]?.talk
  for (const [lang, { page: other }] of Object.entries(words)) talk.languages[lang as typeof page.lang] ??= other
  const fullscreenQr = makeFullscreenQr(show, readInvitation(), talkText?.invitation ?? '')
  const strip = makeBanner('ui-lost-connection')
  let { version } = data
  const bring = (change: LiveChange) => {
    if (needsReload(page, change)) return location.reload()
    version = change.version
    applyChange(page, show, change)
  }
  const sharing = makeSharing({
    words,
    lang: page.lang,
    invitation: readInvitation(),
    renew: () => connection.send({ type: 'renew' }),
    toggleFullscreenQr: fullscreenQr.toggle,
  })
  const connection = connectTalk({
    key: () => data.key,
    version: () => version,
    onOpen: () => sync.resendPending(),
    onMessage: (told) => {
      if (told.type === 'state') sharing.setConnected(true)
      if (told.type === 'room') sharing.setRoom(told)
      else sync.receive(told)
    },
    onLost: (lost) => {
      if (lost) sharing.setConnected(false)
      strip.show(...(lost && talkText ? [talkText.lost] : []))
    },
    onNotFound: () => talkText && strip.show(talkText.anew),
    onInvalidKey: () => true,
  })
  const sync = makeSpeakerSync(talk, { send: connection.send, applyChange: bring })
  return sharing
}

void startDeck(shareTalk)
