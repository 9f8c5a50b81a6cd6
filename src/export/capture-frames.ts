import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer-core'
import { makeTemporaryFolder } from '../system/temporary-folder.ts'
import { withBrowser } from './browser.ts'

/** A frame of a video. Shape: an absolute path. Units: seconds; null chooses a time. */
export interface VideoMoment {
  file: string
  time: number | null
}

/** Wide enough for a slide. Units: px. */
const maxWidthPx = 1280

/** A video that shows no frame for so long is given up this time. */
const defaultDeadlineMs = 8_000

/** A frame as JPEG, or why there is none: the browser cannot play the video, or took too long, as on a busy machine. */
export type CapturedFrame = Uint8Array | 'unplayable' | 'late'

/**
 * Captures frames of videos with a browser.
 * Errors: `KormeError` if there is no browser, or no room for temporary files.
 */
export async function captureFrames(
  moments: readonly VideoMoment[],
  deadlineMs = defaultDeadlineMs,
): Promise<CapturedFrame[]> {
  return withBrowser({}, async (browser) => {
    // Only a page on the disk may show videos on the disk.
    const folder = makeTemporaryFolder('korme-still-')
    const blank = join(folder, 'blank.html')
    try {
      await writeFile(blank, '<!DOCTYPE html><meta charset="utf-8"><body style="margin:0;background:#000"></body>')
      const page = await browser.newPage()
      const frames: CapturedFrame[] = []
      for (const moment of moments) {
        await page.goto(pathToFileURL(blank).href)
        frames.push(await captureFrame(page, moment, deadlineMs))
      }
      return frames
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

async function captureFrame(page: Page, { file, time }: VideoMoment, deadlineMs: number): Promise<CapturedFrame> {
  const size = await page.evaluate(showFrame, pathToFileURL(file).href, time, maxWidthPx, deadlineMs)
  if (typeof size === 'string') return size
  await page.setViewport(size)
  return page.screenshot({ type: 'jpeg', quality: 82, clip: { x: 0, y: 0, ...size } })
}

/** Runs in the browser. Shows one frame of a video and returns its size, or why it could not. Units: px. */
async function showFrame(src: string, time: number | null, maxWidth: number, deadlineMs: number) {
  const video = document.createElement('video')
  video.muted = true
  video.preload = 'auto'
  const waitFor = (event: string) =>
    new Promise<'done' | 'unplayable' | 'late'>((resolve) => {
      video.addEventListener(event, () => resolve('done'), { once: true })
      video.addEventListener('error', () => resolve('unplayable'), { once: true })
      setTimeout(() => resolve('late'), deadlineMs)
    })
  const loaded = waitFor('loadeddata')
  video.src = src
  document.body.append(video)
  const loadResult = await loaded
  if (loadResult !== 'done') return loadResult
  if (video.videoWidth === 0) return 'unplayable'
  // Videos often begin with black frames.
  const defaultTime = Number.isFinite(video.duration) ? Math.min(3, video.duration / 3) : 0
  const sought = waitFor('seeked')
  video.currentTime = time ?? defaultTime
  const seekResult = await sought
  if (seekResult !== 'done') return seekResult
  const width = Math.min(video.videoWidth, maxWidth)
  const height = Math.max(1, Math.round((width * video.videoHeight) / video.videoWidth))
  video.style.cssText = `display:block;width:${width}px;height:${height}px`
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  return { width, height }
}
