import { element } from './element.ts'

/** The rest of the video that is never shown: its end would let the screen go off. Units: seconds. */
const unseenRest = 3

/** Events in which browsers let a video play with sound. */
const gestures = ['pointerup', 'touchend', 'click', 'keydown'] as const

/**
 * Keeps the screen on by a video, for a page over plain HTTP, where browsers grant no wake lock. Nobody sees or hears it: it is
 * black, silent and nearly transparent.
 *
 * - Chrome counts only videos that cover a fifth of the window, unless they sound.
 * - Firefox and Safari count only those with a track of sound, and Safari neither muted nor looping ones. Sound must begin
 *   with a gesture of the user; other browsers stay muted, since they would stop the music of others.
 *
 * `sources`: the same video in several formats, with its URL and type.
 */
export function playScreenVideo(sources: readonly { src: string; type: string }[], view: Window = window): void {
  const { document: page, navigator: browser } = view
  const video = element('video', {
    class: 'ui-screen-video',
    'aria-hidden': 'true',
    tabindex: '-1',
    playsinline: '',
    disableremoteplayback: '',
    disablepictureinpicture: '',
  })
  for (const source of sources) video.append(element('source', source))
  video.muted = true
  const play = () => {
    if (page.visibilityState === 'visible') video.play().catch(() => {})
  }
  video.addEventListener('timeupdate', () => {
    if (video.currentTime > video.duration - unseenRest) video.currentTime = 0
  })
  page.addEventListener('visibilitychange', play)
  const needsSound = browser.vendor.startsWith('Apple')
  const onGesture = () => {
    if (needsSound) video.muted = false
    play()
    for (const type of gestures) page.removeEventListener(type, onGesture, true)
  }
  for (const type of gestures) page.addEventListener(type, onGesture, true)
  page.body.append(video)
  play()
}

/** Keeps the screen on by the video that Korme serves with its pages. */
export const playServedScreenVideo = (view: Window): void =>
  playScreenVideo(
    [
      { src: '/client/awake.mp4', type: 'video/mp4' },
      { src: '/client/awake.webm', type: 'video/webm' },
    ],
    view,
  )
