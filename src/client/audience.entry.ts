import type { Lang } from '../model/lang.ts'
import { isDeskMessage } from '../model/wire/polls.ts'
import type { ServerMessage } from '../model/wire/talk.ts'
import type { AudienceWords } from '../model/wire/talk-words.ts'
import { makeServedLanguages, type ServedLanguages } from './languages/served-languages.ts'
import { makeBanner } from './live/banner.ts'
import { makePageUpdater, type PageUpdater } from './live/page-updater.ts'
import { button, element, setLabel } from './parts/element.ts'
import { icon } from './parts/icons.ts'
import { startAudienceReadingView } from './present/audience-reading-view.ts'
import { startAudienceShow } from './present/audience-show.ts'
import { type AudienceSync, makeAudienceSync } from './present/audience-sync.ts'
import { type Following, followTalk } from './present/follow-talk.ts'
import { makeParticipation } from './present/participation.ts'
import { makeQuietBanner } from './present/quiet-banner.ts'
import { readerLanguage } from './present/reader-language.ts'
import { speakToReader } from './present/reader-words.ts'
import { readAudienceWords, readTalkData } from './present/talk-data.ts'
import { readPage } from './show/client-page.ts'
import { dropQuery } from './show/page-url.ts'
import { isReadingView, readFrom } from './show/reading-view.ts'

/** The words of the reader, and their language. */
interface ReaderWords {
  lang: Lang
  talk: AudienceWords | undefined
}

/** Creates the button that leads back to the speaker. Its words change with the language. */
function makeBackButton(reader: () => ReaderWords, onClick: () => void) {
  const words = element('span', {})
  const back = button(words, '', 'ui-back', onClick)
  const update = () => {
    const { lang, talk } = reader()
    words.textContent = talk?.back ?? ''
    setLabel(back, words.textContent)
    back.lang = lang
  }
  back.prepend(icon('previous'))
  back.hidden = true
  update()
  document.body.append(back)
  return { back, update }
}

/** Shows the language of the speaker's slides to a user who has not chosen one. */
function followLanguage({ languages }: ServedLanguages, message: ServerMessage): void {
  const page = message.type === 'state' ? message.talk.page : message.type === 'go' ? message.page : null
  if (page === null || languages.isChosen) return
  const language = languages.languageOf(page)
  if (language) languages.show(language.tag)
}

/** Starts the audience's page, which follows the speaker and lets the user move around. */
async function start(): Promise<void> {
  if (!dropQuery()) return
  const page = readPage()
  const data = readTalkData()
  const allWords = readAudienceWords()
  // Slides follow the speaker's language; what the page itself says is in that of its reader, unless they choose another one.
  const reader = (): ReaderWords => {
    const lang = languages?.isChosen ? page.lang : readerLanguage(Object.keys(allWords), page.lang)
    return { lang, talk: allWords[lang]?.talk }
  }
  let sync: AudienceSync | undefined
  let updater: PageUpdater | undefined
  let connection: Following | undefined
  const served = makeServedLanguages(page, {
    onAsk: () => {
      const wanted = served?.wanted()
      if (wanted) connection?.send({ type: 'languages', ...wanted, version: updater?.version() ?? 0 })
    },
    onExchange: (version) => updater?.setVersion(version),
  })
  const languages = served?.languages ?? null
  if (languages) {
    // Not that of a speaker with the same browser.
    languages.storageName = 'audience-language'
    languages.namesLanguage = () => languages.isChosen
  }
  speakToReader(page, () => (languages?.isChosen ? undefined : allWords[reader().lang]?.page))
  await languages?.begin()
  const onMove = () => sync?.userMoved()
  const reading = isReadingView()
    ? startAudienceReadingView(page, { onMove, languages, readerLang: () => reader().lang })
    : null
  const { show, display, board } = reading
    ? { ...reading, show: null }
    : await startAudienceShow(page, { onMove, languages, readerLang: () => reader().lang })
  const { back, update } = makeBackButton(reader, () => sync?.returnToSpeaker())
  languages?.onSwitch(update)
  const participation = makeParticipation({ page, reader, send: (message) => connection?.send(message) ?? false })
  languages?.onSwitch(participation.relabel)
  const banner = (reading ? makeBanner : makeQuietBanner)('ui-lost-connection')
  const sentence = (name: 'lost' | 'anew') => {
    const { lang, talk } = reader()
    return talk ? [element('span', { lang }, talk[name])] : []
  }
  updater = makePageUpdater(page, show, data.version, served)
  const { update: applyChange, receive: receiveLanguage, version } = updater
  sync = makeAudienceSync({
    display,
    board,
    applyChange,
    onAway: (away) => {
      back.hidden = !away
      document.body.classList.toggle('ui-away', away)
    },
    onSpeakerSlide: reading?.onSpeakerSlide ?? (() => {}),
    ...(languages && { locate: (placed) => languages.locate(placed) }),
  })
  const { exchange, receive } = sync
  const replace = (to: number) => (show ? show.replace(to) : readFrom(page, to))
  languages?.follow({
    index: () => (show ? show.index() : (reading?.index() ?? 0)),
    replace: (to) => exchange(() => replace(to)),
  })
  connection = followTalk({
    data,
    version,
    languages: () => served?.wanted(),
    voter: participation.voter,
    onHello: () => participation.resend(),
    onMessage: (message) => {
      if (message.type === 'language') return receiveLanguage(message)
      if (isDeskMessage(message)) return participation.receive(message)
      receive(message)
      if (served) followLanguage(served, message)
    },
    onLost: (lost) => banner.show(...(lost ? sentence('lost') : [])),
    onNotFound: () => banner.show(...sentence('anew')),
    onWatch: participation.setWatches,
  })
}

void start()
