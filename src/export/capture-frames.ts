import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core'
import { withBrowser } from './browser.ts'

/** A moment of a film. Shape: an absolute path. Units: seconds; null leaves the moment open. */
export interface VideoMoment {
  file: string
  time: number | null
}

/** Wide enough for a slide. Units: px. */
const widthPx = 1280

/** A film that shows nothing for so long is given up for this time. */
const defaultDeadlineMs = 8_000

/** A picture as JPEG; or why there is none: the browser cannot play the film, or took too long, as on a busy machine. */
export type CapturedFrame = Uint8Array | 'unplayable' | 'late'

/**
 * Takes pictures out of films with a browser.
 * Errors: EnvironmentError where there is no browser.
 */
export async function captureFrames(
  moments: readonly VideoMoment[],
  deadlineMs = defaultDeadlineMs,
): Promise<CapturedFrame[]> {
  return withBrowser({}, async (browser) => {
    // A page on the disk may show films on the disk; none of any other kind may.
    const folder = await mkdtemp(join(tmpdir(), 'korme-still-'))
    const blank = join(folder, 'blank.html')
    try {
      await writeFile(blank, '<!DOCTYPE html><meta charset="utf-8"><body style="margin:0;background:#000"></body>')
      const page = await browser.newPage()
      const stills: CapturedFrame[] = []
      for (const moment of moments) {
        await page.goto(pathToFileURL(blank).href)
        stills.push(await captureFrame(page, moment, deadlineMs))
      }
      return stills
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

async function captureFrame(page: Page, { file, time }: VideoMoment, deadlineMs: number): Promise<CapturedFrame> {
  const size = await page.evaluate(showVideoFrame, pathToFileURL(file).href, time, widthPx, deadlineMs)
  if (typeof size === 'string') return size
  await page.setViewport(size)
  return page.screenshot({ type: 'jpeg', quality: 82, clip: { x: 0, y: 0, ...size } })
}

/** Runs in the browser: shows one moment of a film and gives its size, or why it could not. Units: px. */
async function showVideoFrame(src: string, time: number | null, widest: number, deadline: number) {
  const video = document.createElement('video')
  video.muted = true
  video.preload = 'auto'
  const happens = (name: string) =>
    new Promise<'done' | 'unplayable' | 'late'>((resolve) => {
      video.addEventListener(name, () => resolve('done'), { once: true })
      video.addEventListener('error', () => resolve('unplayable'), { once: true })
      setTimeout(() => resolve('late'), deadline)
    })
  const loaded = happens('loadeddata')
  video.src = src
  document.body.append(video)
  const found = await loaded
  if (found !== 'done') return found
  if (video.videoWidth === 0) return 'unplayable'
  // Films tend to begin in black.
  const open = Number.isFinite(video.duration) ? Math.min(3, video.duration / 3) : 0
  const sought = happens('seeked')
  video.currentTime = time ?? open
  const reached = await sought
  if (reached !== 'done') return reached
  const width = Math.min(video.videoWidth, widest)
  const height = Math.max(1, Math.round((width * video.videoHeight) / video.videoWidth))
  video.style.cssText = `display:block;width:${width}px;height:${height}px`
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  return { width, height }
}
