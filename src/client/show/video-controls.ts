import type { VideoPlayer } from '../../model/wire/video-player.ts'
import { element } from '../parts/element.ts'
import { showNotice } from '../parts/notice.ts'
import type { ClientPage } from './client-page.ts'

/** The videos of a page. Each one is a poster until it is played, and again after its slide is left. */
export interface VideoControls {
  /** Plays or pauses the video of a slide. Returns false if there is none. */
  toggle(slide: HTMLElement | undefined): boolean
  /** Plays the video of a slide if it has autoplay. */
  autoplay(slide: HTMLElement | undefined): void
  /** Plays the video of a slide, whether it has autoplay or not; null without one that the page itself can play. */
  begin(slide: HTMLElement): HTMLVideoElement | null
  /** Pauses all videos. */
  pause(): void
  /** Removes the players of videos that are no longer in the page. */
  closeDetached(): void
  /** Removes all players, except those of one slide. */
  closeAll(except?: HTMLElement): void
}

/**
 * Makes the posters of a page play their videos. Errors: a missing file is reported over the slide, unless nobody is there to
 * read it (`tells`).
 */
export function makeVideoControls(page: ClientPage, { tells = true } = {}): VideoControls {
  const opened = new Map<HTMLAnchorElement, HTMLElement>()
  const close = (facade: HTMLAnchorElement) => {
    const player = opened.get(facade)
    if (!player) return
    opened.delete(facade)
    // A video that is only removed from the page keeps playing.
    if (player instanceof HTMLVideoElement) {
      player.pause()
      player.removeAttribute('src')
      player.load()
    }
    const focused = player.contains(document.activeElement)
    player.remove()
    facade.hidden = false
    if (focused && !facade.closest('[hidden]')) facade.focus()
  }
  const fail = (facade: HTMLAnchorElement, src: string) => {
    if (!opened.has(facade)) return
    close(facade)
    if (tells) showNotice(page.words.video.failed.replace('{x}', decodeURIComponent(src)), page.words.close)
  }
  const open = (facade: HTMLAnchorElement, spec: VideoPlayer, focus: boolean) => {
    const player = spec.kind === 'file' ? createVideo(spec, () => fail(facade, spec.src)) : createFrame(spec)
    opened.set(facade, player)
    facade.after(player)
    facade.hidden = true
    if (focus) player.focus()
    if (player instanceof HTMLVideoElement) play(player)
  }
  const closeAll = (except?: HTMLElement) => {
    for (const facade of [...opened.keys()]) if (!except?.contains(facade)) close(facade)
  }
  const facades = (slide: ParentNode | undefined) => [...(slide?.querySelectorAll<HTMLAnchorElement>('a.facade') ?? [])]
  const facadeAt = ({ target }: Event) => (target as Element).closest<HTMLAnchorElement>('a.facade')
  // The listeners are on the page, because slides may be added later.
  page.reveal.addEventListener('click', (event) => {
    const facade = facadeAt(event)
    if (!facade || event.ctrlKey || event.metaKey || event.shiftKey) return
    const spec = videoSpec(facade)
    if (!spec) return
    event.preventDefault()
    closeAll()
    open(facade, spec, event.detail === 0)
  })
  page.reveal.addEventListener('keydown', (event) => {
    const facade = facadeAt(event)
    if (!facade || event.code !== 'Space') return
    event.preventDefault()
    facade.click()
  })
  return {
    closeAll,
    closeDetached: () => {
      for (const facade of [...opened.keys()]) if (!facade.isConnected) close(facade)
    },
    pause: () => {
      for (const player of opened.values()) if (player instanceof HTMLVideoElement) player.pause()
    },
    autoplay: (slide) => {
      const facade = facades(slide).find((one) => !opened.has(one) && startsByItself(videoSpec(one)))
      const spec = facade && videoSpec(facade)
      if (spec) open(facade, spec, false)
    },
    begin: (slide) => {
      const facade = facades(slide).find((one) => videoSpec(one)?.kind === 'file')
      const spec = facade && videoSpec(facade)
      if (!spec) return null
      const before = opened.get(facade)
      if (!before) open(facade, spec, false)
      const player = opened.get(facade)
      if (!(player instanceof HTMLVideoElement)) return null
      if (before && player.paused) play(player)
      return player
    },
    toggle: (slide) => {
      const [facade] = facades(slide)
      const player = facade && opened.get(facade)
      if (!facade) return false
      if (player instanceof HTMLVideoElement) player.paused ? play(player) : player.pause()
      else if (player) close(facade)
      else facade.click()
      return true
    },
  }
}

/** Returns how to play a video; null if it opens in a new tab, because providers refuse pages from files. */
function videoSpec({ dataset }: HTMLElement): VideoPlayer | null {
  if (!dataset.player) return null
  const player = JSON.parse(dataset.player) as VideoPlayer
  return player.kind === 'file' || /^https?:$/.test(location.protocol) ? player : null
}

const startsByItself = (player: VideoPlayer | null): boolean => player?.kind === 'file' && player.autoplay

/** Plays a video, muted if the browser does not allow sound without a user's action. */
function play(video: HTMLVideoElement): void {
  video.play().catch((error: DOMException) => {
    if (error.name !== 'NotAllowedError' || video.muted) return
    video.muted = true
    video.play().catch(() => {})
  })
}

type FilePlayer = Extract<VideoPlayer, { kind: 'file' }>

function createVideo(spec: FilePlayer, fail: () => void): HTMLVideoElement {
  const { start, end, loop } = spec
  const video = element('video', { class: 'player', controls: '', playsinline: '', preload: 'metadata', tabindex: '0' })
  video.muted = spec.muted
  video.loop = loop && start === 0 && end === null
  addCaptions(video, spec)
  video.addEventListener('error', () => video.getAttribute('src') && fail())
  video.addEventListener('loadedmetadata', () => start > 0 && (video.currentTime = start), { once: true })
  let ended = false
  const stop = () => {
    if (loop) {
      video.currentTime = start
      play(video)
    } else video.pause()
  }
  video.addEventListener('timeupdate', () => {
    // If the user seeks past the end, the rest is played.
    const isPastEnd = end !== null && video.currentTime >= end
    if (isPastEnd && !ended && !video.seeking) stop()
    ended = isPastEnd && !loop
  })
  video.addEventListener('ended', () => loop && !video.loop && stop())
  video.src = spec.src
  return video
}

/** Adds the captions, which are embedded in the page, because browsers load none from a file. */
function addCaptions(video: HTMLVideoElement, { captions }: FilePlayer): void {
  const lang = document.documentElement.lang
  const shown = captions.find((track) => track.lang === lang) ?? captions[0]
  for (const track of captions) {
    const added = video.addTextTrack('subtitles', track.label, track.lang)
    for (const [start, end, text] of track.cues) added.addCue(new VTTCue(start, end, text))
    added.mode = track === shown ? 'showing' : 'disabled'
  }
}

function createFrame({ src, title }: Extract<VideoPlayer, { kind: 'frame' }>): HTMLIFrameElement {
  return element('iframe', {
    class: 'player',
    src,
    title,
    allow: 'autoplay; encrypted-media; fullscreen; picture-in-picture',
    allowfullscreen: '',
    // Providers require a referrer; the page itself sends none.
    referrerpolicy: 'strict-origin-when-cross-origin',
  })
}
