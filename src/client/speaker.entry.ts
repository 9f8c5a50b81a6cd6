import type { Lang } from '../model/lang.ts'
import { isDeskMessage } from '../model/wire/polls.ts'
import { isStageEvent } from '../model/wire/talk.ts'
import { makeServedLanguages, type ServedLanguages } from './languages/served-languages.ts'
import { makePageUpdater, type PageUpdater } from './live/page-updater.ts'
import { makePageClock } from './parts/page-clock.ts'
import { playServedScreenVideo } from './parts/screen-video.ts'
import { readLocal } from './parts/storage.ts'
import { makeDesk } from './present/desk.ts'
import { makeFullscreenQr } from './present/fullscreen-qr.ts'
import { readerLanguage } from './present/reader-language.ts'
import { makeRehearsalPlan } from './present/rehearsal-plan.ts'
import { makeSharing } from './present/sharing.ts'
import { makeSlideCovers } from './present/slide-covers.ts'
import { makeSpeakerSync } from './present/speaker-sync.ts'
import { connectTalk, type TalkConnection } from './present/talk-connection.ts'
import { readTalkData, readTalkWords } from './present/talk-data.ts'
import type { ClientPage } from './show/client-page.ts'
import type { SlideLanguages } from './show/slide-languages.ts'
import { type ShareTalk, startDeck } from './show/start-deck.ts'

let served: ServedLanguages | null = null
let updater: PageUpdater | undefined
let connection: TalkConnection | undefined

/** Reads the languages of the page, of which it gets what it shows, and the notes in another one if the speaker reads them. */
function readLanguages(page: ClientPage): SlideLanguages | null {
  served = makeServedLanguages(page, {
    onAsk: () => {
      const wanted = served?.wanted()
      if (wanted) connection?.send({ type: 'languages', ...wanted, version: updater?.version() ?? 0 })
    },
    onExchange: (version) => updater?.setVersion(version),
  })
  return served?.languages ?? null
}

/** Starts the speaker's page: the show of a built deck, connected with all pages that follow it. */
const shareTalk: ShareTalk = (talk) => {
  const { show } = talk
  const { page } = show
  const data = readTalkData()
  const words = readTalkWords()
  // What the speaker chose last, else what the speaker's browser prefers.
  const chosen = data.messages ?? (readLocal('speaker-language') as Lang | null)
  const speakerLang = chosen && words[chosen] ? chosen : readerLanguage(Object.keys(words), page.lang)
  talk.requestedLang = speakerLang
  const talkWords = words[page.lang]?.talk
  for (const [lang, { page: other }] of Object.entries(words)) talk.languages[lang as typeof page.lang] ??= other
  const now = makePageClock()
  const hall = talkWords && makeFullscreenQr(show, talkWords.hall, () => sharing.notify())
  const made = makePageUpdater(page, show, data.version, served)
  updater = made
  const sharing = makeSharing({
    words,
    lang: page.lang,
    now,
    dismiss: (dismissal) => connection?.send(dismissal),
    renewPin: () => connection?.send({ type: 'renew' }),
    chooseNetwork: (network) => connection?.send({ type: 'network', network }),
    setWifi: (wifi) => connection?.send({ type: 'wifi', wifi }),
    toggleFullscreenQr: () => hall?.toggle(),
  })
  const rehearsal = makeRehearsalPlan((action) => connection?.send(action) ?? false)
  const opened = connectTalk({
    key: () => data.key,
    version: made.version,
    languages: () => served?.wanted(),
    onOpen: () => sync.resendPending(),
    onMessage: (message) => {
      if (message.type === 'state') sharing.setConnected(true, now())
      if (isStageEvent(message)) return sharing.receiveStage(message)
      if (message.type === 'room') sharing.setRoom(message)
      else if (message.type === 'invitation') {
        sharing.setInvitation(message.invitation)
        hall?.update(message.invitation)
      } else if (message.type === 'language') made.receive(message)
      else if (message.type === 'rehearsal') rehearsal.receive(message)
      else if (isDeskMessage(message)) desk.receive(message)
      else sync.receive(message)
    },
    // The slides of this page are projected: what is wrong stands in the speaker view.
    onLost: (lost) => {
      if (!lost) return
      sharing.setConnected(false, now())
      rehearsal.lose()
    },
    onNotFound: sharing.setAnew,
    onInvalidKey: () => true,
  })
  connection = opened
  const sync = makeSpeakerSync(talk, { send: opened.send, applyChange: made.update, locate: served?.languages.locate })
  const desk = makeDesk({
    show,
    words,
    lang: page.lang,
    send: opened.send,
    phones: () => sharing.status().followers,
    onScreenChange: sharing.notify,
  })
  const planTimes = { plan: rehearsal.plan, words: (lang: Lang) => (words[lang] ?? words[page.lang])!.talk.rehearsal }
  return { ...sharing, desk, covers: makeSlideCovers({ words, lang: page.lang, hall, desk }), planTimes }
}

void startDeck({ shareTalk, readLanguages, withoutLock: playServedScreenVideo })
