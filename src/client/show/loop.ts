import { isFullscreen, toggleFullscreen } from '../parts/fullscreen.ts'
import { commandForKey, isKeyTaken } from './keys.ts'
import type { Show } from './show.ts'
import type { SlideLanguages } from './slide-languages.ts'
import type { VideoControls } from './video-controls.ts'

/** People who pass by read so fast, after they have found where to begin. Units: characters a second, seconds. */
const readingSpeed = 15
const findingSeconds = 2

/** How often it is checked whether a video has ended, and after how long a video that stands still has. Units: milliseconds. */
const checkMs = 500
const stalledMs = 20_000

/** How long a slide is shown: as long as it was asked for, longer where there is more to read. Units: seconds. */
export const secondsFor = (characters: number, asked: number): number =>
  Math.max(asked, characters === 0 ? 0 : findingSeconds + characters / readingSpeed)

/** The number of characters that a slide shows. */
function charactersOf(slide: HTMLElement): number {
  const copy = slide.cloneNode(true) as HTMLElement
  for (const unseen of copy.querySelectorAll('.notes, .unseen, .footer, .page, svg.map')) unseen.remove()
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim().length
}

/** A video that plays, and how far it is. */
interface Playing {
  video: HTMLVideoElement
  /** The last place, and since when it is there. Units: seconds of the video, milliseconds of the page. */
  at: number
  since: number
}

/** Whether a video has nothing more to show: it has ended, was stopped, has begun again, or cannot go on. */
function hasEnded(playing: Playing): boolean {
  const { video, at, since } = playing
  const now = performance.now()
  const { currentTime } = video
  if (!video.isConnected || video.ended || currentTime < at) return true
  if (currentTime === at) return now - since > (video.paused && at > 0 ? checkMs : stalledMs)
  Object.assign(playing, { at: currentTime, since: now })
  return false
}

/**
 * Shows the slides by itself, and begins again after the last one. `seconds`: how long a slide is shown at least. A click
 * shows them in full screen; the arrows still work.
 */
export function startLoop(
  show: Show,
  players: VideoControls,
  { seconds, languages }: { seconds: number; languages: SlideLanguages | null },
): void {
  const { page } = show
  let timer: ReturnType<typeof setTimeout> | undefined
  let shown: HTMLElement | undefined
  const goOn = () => {
    clearTimeout(timer)
    const before = shown
    const next = show.index() + 1
    if (page.slides.length === 1) return stay()
    show.go(next < page.slides.length || !page.reading.isDone() ? next : 0)
    // While the page is being read, there may be a next slide or none.
    if (shown === before) timer = setTimeout(goOn, checkMs)
  }
  const waitForVideo = (playing: Playing) => {
    if (hasEnded(playing)) goOn()
    else timer = setTimeout(waitForVideo, checkMs, playing)
  }
  const stay = () => {
    clearTimeout(timer)
    shown = page.slides[show.index()]
    if (!shown) return
    const video = players.begin(shown)
    const wait = secondsFor(charactersOf(shown), seconds) * 1000
    timer = setTimeout(
      () => (video?.isConnected ? waitForVideo({ video, at: video.currentTime, since: performance.now() }) : goOn()),
      wait,
    )
  }
  show.onChange(() => page.slides[show.index()] !== shown && stay())
  page.onEdit((edited) => shown && (edited.has(shown) || !shown.isConnected) && stay())
  stay()
  document.documentElement.classList.add('ui-loop')
  page.reveal.addEventListener('click', () => isFullscreen() || toggleFullscreen())
  document.addEventListener('keydown', (event) => {
    const command = commandForKey(event)?.command
    const acts: Partial<Record<string, (() => void) | undefined>> = {
      next: goOn,
      previous: show.previous,
      first: () => show.go(0),
      last: show.last,
      fullscreen: toggleFullscreen,
      language: languages?.next,
    }
    const act = command && acts[command]
    if (!act || isKeyTaken(event)) return
    event.preventDefault()
    act()
  })
}
