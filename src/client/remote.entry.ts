import type { LiveChange } from '../model/wire/live.ts'
import { makeDrawingBoard } from './drawing/drawing-board.ts'
import { applyChange } from './live/apply-change.ts'
import { makeBanner } from './live/banner.ts'
import { applyDeckStyle } from './parts/deck-style.ts'
import { readSession, writeSession } from './parts/storage.ts'
import { batchDrawing } from './present/batch-drawing.ts'
import { makeOptimisticValue } from './present/optimistic-value.ts'
import { connectTalk } from './present/talk-connection.ts'
import { readTalkData, readTalkWords } from './present/talk-data.ts'
import { makePinForm } from './remote/pin-form.ts'
import { makeRemoteControl, type RemoteControl } from './remote/remote-control.ts'
import { keepScreenOn } from './remote/wake-lock.ts'
import { readPage } from './show/client-page.ts'
import { dropQuery } from './show/page-url.ts'
import { chosenLanguage, makeLanguageSelect } from './speaker/language-select.ts'
import { makeStopwatch } from './speaker/stopwatch.ts'

/** Units: milliseconds. */
const tickMs = 250

/** The remote's page: it has nothing of the deck before the number was right. */
function start(): void {
  if (!dropQuery()) return
  const page = readPage()
  const data = readTalkData()
  const all = readTalkWords()
  const languages = Object.fromEntries(Object.entries(all).map(([lang, words]) => [lang, words.page]))
  let lang = chosenLanguage({ ...page, lang: preferredLanguage(Object.keys(all), page.lang) }, { languages })
  let key = readSession('remote-key') ?? data.key
  let version = 0
  const ink = makeDrawingBoard()
  const watch = makeStopwatch(() => performance.now())
  const at = makeOptimisticValue('')
  const black = makeOptimisticValue(false)
  const words = () => all[lang]!
  const strip = makeBanner('ui-lost-connection')
  let control: RemoteControl | null = null
  let pinForm = makePinForm(words().talk, (pin) => connection.send({ type: 'pin', pin }))

  const index = () =>
    Math.max(
      0,
      page.slides.findIndex(({ id }) => id === at.value()),
    )
  const update = () => control?.update()
  const showPart = (part: HTMLElement) => {
    document.querySelector('.ui-gate, .ui-remote')?.remove()
    document.body.append(part)
  }
  const draw = () => {
    document.documentElement.lang = lang
    document.title = `${words().talk.remote.title}: ${page.title}`
    control = makeRemoteControl({
      page,
      ink,
      stopwatch: watch,
      words: words(),
      languages: makeLanguageSelect({ languages }, lang, words().page.speaker.language, (chosen) => {
        lang = chosen
        draw()
      }),
      index,
      black: black.value,
      go: (to) => {
        const id = page.slides[to]?.id
        if (id === undefined || !connection.send({ type: 'go', page: id })) return
        at.set(id)
        if (!watch.used()) watch.start()
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
    pinForm = makePinForm(words().talk, (pin) => connection.send({ type: 'pin', pin }))
    showPart(pinForm.part)
  }
  const bring = (change: LiveChange) => {
    version = change.version
    applyChange(page, null, change)
    if (change.data) applyDeckStyle(page)
  }
  page.onEdit((edited) => control?.redrawEdited(edited))
  ink.onChange(update)
  ink.onDraw(batchDrawing((event) => connection.send(event)))
  watch.onUserAction(() => connection.send({ type: 'timer', elapsedMs: watch.elapsed(), running: watch.running() }))

  const connection = connectTalk({
    key: () => key,
    version: () => version,
    onLost: (lost) => strip.show(...(lost ? [words().talk.lost] : [])),
    onNotFound: () => strip.show(words().talk.anew),
    onInvalidKey: () => {
      // The speaker asked for a new number: what this page knows is void.
      key = data.key
      writeSession('remote-key', '')
      return false
    },
    onMessage: (told) => {
      if (told.type === 'pin') {
        key = data.key
        if (!pinForm.part.isConnected) askPin()
        pinForm.showResult(told)
      } else if (told.type === 'welcome') {
        key = told.key
        writeSession('remote-key', key)
        connection.sendHello()
      } else if (told.type === 'state') {
        if (told.deck) bring(told.deck)
        at.reset(told.talk.page)
        black.reset(told.talk.black)
        if (told.timer) watch.adopt(told.timer.elapsedMs, told.timer.running)
        if (!control) draw()
        ink.replace(told.talk.drawings, told.talk.spot)
        // A finger on the picture points; there is nothing else to take up.
        if (ink.tool() !== 'laser') ink.choose('laser')
      } else if (told.type === 'deck') bring(told.deck)
      else if (told.type === 'go') at.receive(told.page, told.own)
      else if (told.type === 'black') black.receive(told.on, told.own)
      else if (told.type === 'timer') watch.adopt(told.elapsedMs, told.running)
      else if (told.type === 'stroke' || told.type === 'undo' || told.type === 'clear' || told.type === 'laser')
        ink.apply(told)
      update()
    },
  })
  setInterval(() => control?.tick(), tickMs)
  keepScreenOn()
}

/** The first language of the browser's that the page has, else the deck's. */
function preferredLanguage<T extends string>(known: readonly string[], otherwise: T): T {
  const wanted = navigator.languages.map((one) => one.slice(0, 2)).find((one) => known.includes(one))
  return (wanted as T | undefined) ?? otherwise
}

start()
