import type { LiveChange } from '../model/wire/live.ts'
import { makeInk } from './ink/ink.ts'
import { apply } from './live/apply.ts'
import { makeStrip } from './live/strip.ts'
import { shareLook } from './parts/look.ts'
import { keepForTab, keptForTab } from './parts/store.ts'
import { makeAgreement } from './present/agree.ts'
import { batchInk } from './present/batch.ts'
import { talkData, talkWords } from './present/data.ts'
import { openLine } from './present/line.ts'
import { stayAwake } from './remote/awake.ts'
import { makeGate } from './remote/gate.ts'
import { makePad, type Pad } from './remote/pad.ts'
import { dropQuery } from './show/address.ts'
import { readPage } from './show/page.ts'
import { chosenLanguage, makeLanguages } from './speaker/languages.ts'
import { makeStopwatch } from './speaker/stopwatch.ts'

/** Units: milliseconds. */
const tickMs = 250

/** The remote's page: it has nothing of the deck before the number was right. */
function start(): void {
  if (!dropQuery()) return
  const page = readPage()
  const data = talkData()
  const all = talkWords()
  const languages = Object.fromEntries(Object.entries(all).map(([lang, words]) => [lang, words.page]))
  let lang = chosenLanguage({ ...page, lang: preferred(Object.keys(all), page.lang) }, { languages })
  let key = keptForTab('remote-key') ?? data.key
  let version = 0
  const ink = makeInk()
  const watch = makeStopwatch(() => performance.now())
  const at = makeAgreement('')
  const black = makeAgreement(false)
  const words = () => all[lang]!
  const strip = makeStrip('ui-lost-connection')
  let pad: Pad | null = null
  let gate = makeGate(words().talk, (pin) => line.say({ is: 'pin', pin }))

  const index = () =>
    Math.max(
      0,
      page.slides.findIndex(({ id }) => id === at.value()),
    )
  const update = () => pad?.update()
  const put = (part: HTMLElement) => {
    document.querySelector('.ui-gate, .ui-remote')?.remove()
    document.body.append(part)
  }
  const draw = () => {
    document.documentElement.lang = lang
    document.title = `${words().talk.remote.title}: ${page.title}`
    pad = makePad({
      page,
      ink,
      watch,
      words: words(),
      languages: makeLanguages({ languages }, lang, words().page.speaker.language, (chosen) => {
        lang = chosen
        draw()
      }),
      index,
      black: black.value,
      go: (to) => {
        const id = page.slides[to]?.id
        if (id === undefined || !line.say({ is: 'go', page: id })) return
        at.want(id)
        if (!watch.used()) watch.start()
        update()
      },
      setBlack: (on) => {
        if (!line.say({ is: 'black', on })) return
        black.want(on)
        update()
      },
    })
    put(pad.part)
    pad.update()
  }
  const askPin = () => {
    pad = null
    gate = makeGate(words().talk, (pin) => line.say({ is: 'pin', pin }))
    put(gate.part)
  }
  const bring = (change: LiveChange) => {
    version = change.version
    apply(page, null, change)
    if (change.data) shareLook(page)
  }
  page.onEdit((edited) => pad?.follow(edited))
  ink.onChange(update)
  ink.onAct(batchInk((event) => line.say(event)))
  watch.onAct(() => line.say({ is: 'timer', elapsedMs: watch.elapsed(), running: watch.running() }))

  const line = openLine({
    key: () => key,
    version: () => version,
    onLost: (lost) => strip.show(...(lost ? [words().talk.lost] : [])),
    onUnknown: () => strip.show(words().talk.anew),
    onStranger: () => {
      // The speaker asked for a new number: what this page knows is void.
      key = data.key
      keepForTab('remote-key', '')
      return false
    },
    onTold: (told) => {
      if (told.is === 'pin') {
        key = data.key
        if (!gate.part.isConnected) askPin()
        gate.hear(told)
      } else if (told.is === 'welcome') {
        key = told.key
        keepForTab('remote-key', key)
        line.hello()
      } else if (told.is === 'state') {
        if (told.deck) bring(told.deck)
        at.reset(told.talk.page)
        black.reset(told.talk.black)
        if (told.timer) watch.set(told.timer.elapsedMs, told.timer.running)
        if (!pad) draw()
        ink.replace(told.talk.drawings, told.talk.spot)
        // A finger on the picture points; there is nothing else to take up.
        if (ink.tool() !== 'laser') ink.choose('laser')
      } else if (told.is === 'deck') bring(told.deck)
      else if (told.is === 'go') at.hear(told.page, told.own)
      else if (told.is === 'black') black.hear(told.on, told.own)
      else if (told.is === 'timer') watch.set(told.elapsedMs, told.running)
      else if (told.is === 'stroke' || told.is === 'undo' || told.is === 'clear' || told.is === 'laser') ink.apply(told)
      update()
    },
  })
  setInterval(() => pad?.tick(), tickMs)
  stayAwake()
}

/** The first language of the browser's that the page has, else the deck's. */
function preferred<T extends string>(known: readonly string[], otherwise: T): T {
  const wanted = navigator.languages.map((one) => one.slice(0, 2)).find((one) => known.includes(one))
  return (wanted as T | undefined) ?? otherwise
}

start()
