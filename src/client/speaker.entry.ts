import { makeBanner } from './live/banner.ts'
import { makePageUpdater } from './live/page-updater.ts'
import { makeFullscreenQr } from './present/fullscreen-qr.ts'
import { makeSharing } from './present/sharing.ts'
import { makeSpeakerSync } from './present/speaker-sync.ts'
import { connectTalk } from './present/talk-connection.ts'
import { readInvitation, readTalkData, readTalkWords } from './present/talk-data.ts'
import { type ShareTalk, startDeck } from './show/start-deck.ts'

/** Starts the speaker's page: the show of a built deck, connected with all pages that follow it. */
const shareTalk: ShareTalk = (talk) => {
  const { show } = talk
  const { page } = show
  const data = readTalkData()
  const words = readTalkWords()
  talk.requestedLang = data.messages
  const talkWords = words[page.lang]?.talk
  const speakerWords = words[data.messages ?? page.lang]?.talk
  for (const [lang, { page: other }] of Object.entries(words)) talk.languages[lang as typeof page.lang] ??= other
  const fullscreenQr = makeFullscreenQr(show, readInvitation(), talkWords?.invitation ?? '')
  const banner = makeBanner('ui-lost-connection')
  const updater = makePageUpdater(page, show, data.version)
  const sharing = makeSharing({
    words,
    lang: page.lang,
    invitation: readInvitation(),
    renewPin: () => connection.send({ type: 'renew' }),
    toggleFullscreenQr: fullscreenQr.toggle,
  })
  const connection = connectTalk({
    key: () => data.key,
    version: updater.version,
    onOpen: () => sync.resendPending(),
    onMessage: (message) => {
      if (message.type === 'state') sharing.setConnected(true)
      if (message.type === 'room') sharing.setRoom(message)
      else sync.receive(message)
    },
    onLost: (lost) => {
      if (lost) sharing.setConnected(false)
      banner.show(...(lost && speakerWords ? [speakerWords.lost] : []))
    },
    onNotFound: () => speakerWords && banner.show(speakerWords.anew),
    onInvalidKey: () => true,
  })
  const sync = makeSpeakerSync(talk, { send: connection.send, applyChange: updater.update })
  return sharing
}

void startDeck({ shareTalk })
