import { dropQuery, startAt } from './address.ts'
import { announce } from './announce.ts'
import { toggleFullscreen } from './fullscreen.ts'
import { guardTexts } from './guard.ts'
import { makeHelp } from './help.ts'
import { makeJump } from './jump.ts'
import { askedBy, type Command, isTaken } from './keys.ts'
import { notice } from './notice.ts'
import { makeOverview } from './overview.ts'
import { type Page, readPage } from './page.ts'
import { makePlayers, type Players } from './player.ts'
import { followTurning, isReading, slideInSight, startReading } from './reading.ts'
import { type Show, startShow } from './show.ts'
import { makeSpeaker } from './speaker/window.ts'
import { makeToolbar } from './toolbar.ts'

/** What each command does, and whether a window over the slides has the keyboard. */
function commandsOf(show: Show, players: Players) {
  const { page } = show
  const [help, overview, jump] = [makeHelp(page), makeOverview(show), makeJump(show)]
  const openSpeaker = makeSpeaker(show)
  // On a black screen the first step shows the slide again, so that nobody moves on unseen.
  const move = (step: () => void) => () => (show.black() ? show.toggleBlack() : step())
  const acts: Record<Command, (digit: string) => void> = {
    next: move(show.next),
    previous: move(show.previous),
    first: move(() => show.go(0)),
    last: move(() => show.go(page.slides.length - 1)),
    overview: overview.open,
    black: show.toggleBlack,
    fullscreen: toggleFullscreen,
    speaker: () => openSpeaker() || notice(page.words.speaker.blocked, page.words.close),
    help: help.open,
    video: () => players.toggle(page.slides[show.index()]),
    jump: jump.open,
  }
  return { acts, busy: () => [help, overview, jump].some((dialog) => dialog.isOpen()), closers: { help, overview } }
}

function listen(show: Show, players: Players): void {
  const { acts, busy, closers } = commandsOf(show, players)
  makeToolbar(show.page, (command) => acts[command](''))
  document.addEventListener('keydown', (event) => {
    const asked = askedBy(event)
    if (!asked || isTaken(event.target, event.code)) return
    const dialog = closers[asked.command as keyof typeof closers]
    // The key that opened a dialog closes it; Escape does so by itself.
    if (busy()) {
      if (dialog?.isOpen() && event.code !== 'Escape') dialog.close()
      return
    }
    event.preventDefault()
    acts[asked.command](asked.digit)
  })
  show.page.reveal.addEventListener('click', () => show.black() && show.toggleBlack())
}

/** Videos stop when their slide is left, or when it is edited so that they are gone, and pause while the screen is black. */
function followSlides(show: Show, players: Players): void {
  let slide: HTMLElement | undefined
  show.page.onEdit(players.closeGone)
  const update = () => {
    const now = show.page.slides[show.index()]
    if (show.black()) players.pause()
    if (now === slide) return
    slide = now
    players.leaveAll(now)
    players.begin(now)
  }
  show.onChange(update)
  update()
}

/** The slides' letters and shape are those of what the script adds. */
function shareLook({ reveal, width, height }: Page): void {
  const { style } = document.documentElement
  const text = reveal.querySelector('.t-footer, .t-body, h1, h2')
  if (text) style.setProperty('--ui-font', getComputedStyle(text).fontFamily)
  style.setProperty('--ui-ratio', `${width / height}`)
}

/** A page that was brought to life: `show` is null where the slides are read one below the other. */
export interface Deck {
  page: Page
  show: Show | null
}

/** Brings the page to life that this script stands in. Gives null where it has to be loaded once more. */
export async function startDeck(): Promise<Deck | null> {
  if (!dropQuery()) return null
  const page = readPage()
  shareLook(page)
  const players = makePlayers(page)
  if (isReading()) {
    startReading(page)
    followTurning(() => slideInSight(page))
    return { page, show: null }
  }
  startAt(page.start)
  const show = await startShow(page)
  announce(show)
  guardTexts(show)
  listen(show, players)
  followSlides(show, players)
  followTurning(show.index)
  return { page, show }
}
