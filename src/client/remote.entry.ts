import { isDrawingEvent } from '../model/wire/drawing.ts'
import type { LiveChange } from '../model/wire/live.ts'
import { isDeskMessage } from '../model/wire/polls.ts'
import { isSamePlace, type TalkPlace } from '../model/wire/talk.ts'
import { makeDrawingBoard } from './drawing/drawing-board.ts'
import { makeServedLanguages } from './languages/served-languages.ts'
import { applyChange } from './live/apply-change.ts'
import { makeBanner } from './live/banner.ts'
import { takeChange } from './live/page-updater.ts'
import { applyDeckStyle } from './parts/deck-style.ts'
import { makePageClock } from './parts/page-clock.ts'
import { playServedScreenVideo } from './parts/screen-video.ts'
import { readSession, writeSession } from './parts/storage.ts'
import { keepScreenOn } from './parts/wake-lock.ts'
import { batchDrawing } from './present/batch-drawing.ts'
import { makeOptimisticValue } from './present/optimistic-value.ts'
import { makePollDrawing } from './present/poll-drawing.ts'
import { readerLanguage } from './present/reader-language.ts'
import { connectTalk, type TalkConnection } from './present/talk-connection.ts'
import { readRemoteWords, readTalkData } from './present/talk-data.ts'
import { makePinForm } from './remote/pin-form.ts'
import { makeRemoteControl, type RemoteControl } from './remote/remote-control.ts'
import { afterMessage, type DeskState, makeRemoteDesk, type RemoteDesk } from './remote/remote-desk.ts'
import { makeStageDialog, type StageDialog } from './remote/stage-dialog.ts'
import { readPage } from './show/client-page.ts'
import { dropQuery } from './show/page-url.ts'
import { chosenLanguage, makeLanguageSelect } from './speaker/language-select.ts'
import { makeStopwatch } from './speaker/stopwatch.ts'

/** The interval of the stopwatch's updates. Units: milliseconds. */
const tickMs = 250

/** Starts the remote's page. It gets the deck only after the right PIN. */
function start(): void {
  if (!dropQuery()) return
  document.documentElement.classList.add('ui-on')
  const page = readPage()
  const data = readTalkData()
  const allWords = readRemoteWords()
  const choice = {
    languages: Object.fromEntries(Object.entries(allWords).map(([lang, words]) => [lang, words.page])),
    requestedLang: data.messages,
  }
  document.documentElement.classList.add('ui-remote-page')
  let lang = chosenLanguage({ ...page, lang: readerLanguage(Object.keys(allWords), page.lang) }, choice)
  let connected: TalkConnection | null = null
  const served = makeServedLanguages(page, {
    onAsk: () => {
      const wanted = served?.wanted()
      if (wanted) connected?.send({ type: 'languages', ...wanted, version: deckVersion() })
    },
    onExchange: (next) => {
      version = next
    },
  })
  const languages = served?.languages ?? null
  let key = readSession('remote-key') ?? data.key
  let version = 0
  const deckVersion = () => (served && !served.isShown({ tag: served.wanted().shown }) ? 0 : version)
  /** Where the current page begins, by which it is found in another language. */
  let begin: string | null = null
  const board = makeDrawingBoard()
  const stopwatch = makeStopwatch(makePageClock())
  const at = makeOptimisticValue<TalkPlace>({ page: '', step: null }, isSamePlace)
  const black = makeOptimisticValue(false)
  const words = () => allWords[lang]!
  const banner = makeBanner('ui-lost-connection')
  let control: RemoteControl | null = null
  let isLost = false
  let stage: StageDialog | null = null
  let desk: RemoteDesk | null = null
  let deskState: DeskState = { poll: null, list: [], screen: null, phones: 0 }
  const newPinForm = () => makePinForm(words().talk, (pin) => connection.send({ type: 'pin', pin }))
  let pinForm = newPinForm()

  const index = () => {
    const { page: asked } = at.value()
    const id = languages?.locate({ id: asked, at: begin ?? undefined }) ?? asked
    return Math.max(
      0,
      page.slides.findIndex((slide) => slide.id === id),
    )
  }
  const update = () => control?.update()
  const showPart = (part: HTMLElement) => {
    document.querySelector('.ui-gate, .ui-remote')?.remove()
    document.body.append(part)
  }
  const draw = () => {
    document.documentElement.lang = lang
    document.title = `${words().talk.remote.title}: ${page.title}`
    stage = makeStageDialog(words().talk, words().page.close, (message) => connection.send({ type: 'stage', message }))
    desk?.remove()
    desk = makeRemoteDesk(words().talk, words().page.close, {
      state: () => deskState,
      send: (action) => void connection.send(action),
    })
    control = makeRemoteControl({
      desk,
      openMessages: stage.open,
      page,
      board,
      stopwatch,
      words: words(),
      notesOf: (slide) => languages?.counterpart(slide, lang) ?? slide,
      lang,
      languages: makeLanguageSelect(choice, lang, words().page.speaker.language, (chosen) => {
        lang = chosen
        draw()
      }),
      index,
      lost: () => isLost,
      black: black.value,
      shown: () => at.value().step,
      go: (to, step) => {
        const id = page.slides[to]?.id
        if (id === undefined || !connection.send({ type: 'go', page: id, step })) return
        at.set({ page: id, step })
        begin = page.slides[to]?.dataset.at ?? null
        if (!stopwatch.used()) stopwatch.start()
        update()
      },
      setBlack: (on) => {
        if (!connection.send({ type: 'black', on })) return
        black.set(on)
        update()
      },
    })
    showPart(control.part)
    control.update()
  }
  const askPin = () => {
    control = null
    pinForm = newPinForm()
    showPart(pinForm.part)
  }
  const follow = ({ page: id, at: next }: { page: string; at: string | null }) => {
    begin = next
    const language = languages?.languageOf(id)
    if (language) languages?.show(language.tag)
  }
  const applyUpdate = (change: LiveChange) => {
    if (served && !served.isShown(change)) return takeChange(served, change)
    version = change.version
    applyChange(page, null, change)
    if (change.data) applyDeckStyle(page)
  }
  languages?.follow({ index, replace: update })
  languages?.onSwitch(() => control && draw())
  // Results stand on the slide here as they do on the screen.
  const results = makePollDrawing(
    page,
    (count) => (allWords[page.lang] ?? words()).talk.vote.voters.replace('{x}', `${count}`),
    (slides) => page.notifyEdit(slides),
  )
  page.onEdit((edited) => control?.redrawEdited(edited))
  board.onChange(update)
  board.onDraw(batchDrawing((event) => connection.send(event)))
  stopwatch.onUserAction(() =>
    connection.send({ type: 'timer', elapsedMs: stopwatch.elapsed(), running: stopwatch.running() }),
  )

  const connection = connectTalk({
    key: () => key,
    version: deckVersion,
    languages: () => served?.wanted(),
    onLost: (lost) => {
      isLost = lost
      if (lost) stage?.lose()
      banner.show(...(lost ? [words().talk.remote.lost] : []))
      update()
    },
    onNotFound: () => {
      isLost = true
      banner.show(words().talk.anew)
      update()
    },
    onInvalidKey: () => {
      // The speaker has requested a new PIN, which revokes the key.
      key = data.key
      writeSession('remote-key', '')
      return false
    },
    onMessage: (message) => {
      if (message.type === 'pin') {
        key = data.key
        if (!pinForm.part.isConnected) askPin()
        pinForm.showResult(message)
      } else if (message.type === 'welcome') {
        key = message.key
        writeSession('remote-key', key)
        connection.sendHello()
      } else if (message.type === 'state') {
        if (message.deck) applyUpdate(message.deck)
        at.reset({ page: message.talk.page, step: message.talk.step })
        black.reset(message.talk.black)
        follow(message.talk)
        if (message.timer) stopwatch.adopt(message.timer.elapsedMs, message.timer.running)
        if (!control) draw()
        board.replace(message.talk.drawings, message.talk.spot)
        // The laser pointer is the only tool of a remote.
        if (board.tool() !== 'laser') board.choose('laser')
      } else if (message.type === 'deck') applyUpdate(message.deck)
      else if (message.type === 'language') served?.receive(message.state)
      else if (message.type === 'go') {
        if (at.receive({ page: message.page, step: message.step }, message.own)) follow(message)
      } else if (message.type === 'black') black.receive(message.on, message.own)
      else if (message.type === 'timer') stopwatch.adopt(message.elapsedMs, message.running)
      else if (message.type === 'room') deskState = { ...deskState, phones: message.followers }
      else if (isDeskMessage(message)) {
        deskState = afterMessage(deskState, message)
        if (message.type === 'ballot') results.update(message.poll)
      } else if (message.type === 'stage') message.own && stage?.confirm(message.message.id)
      else if (isDrawingEvent(message)) board.apply(message)
      update()
    },
  })
  connected = connection
  setInterval(() => control?.tick(), tickMs)
  keepScreenOn(window, playServedScreenVideo)
}

start()
