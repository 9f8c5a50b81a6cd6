import { join } from 'node:path'
import { servedStyle } from '../live/open-live.ts'
import type { LiveResource } from '../model/live.ts'
import { disk } from '../system/disk.ts'
import { packageRoot, readClientFile } from '../system/package-root.ts'
import { appIcon } from './server/app-icon.ts'

/** The names of bundled files in `build/client/`. */
export interface ClientFileNames {
  scripts: readonly string[]
  sheets?: readonly string[]
  /** The style sheet of the pages that show slides; the styles of the slides are added to it. */
  deckSheet: string
}

/** Reads the scripts and style sheets that all pages share. Returns them by their names below `/client/`. */
export async function clientFiles(names: ClientFileNames): Promise<ReadonlyMap<string, LiveResource>> {
  const { scripts, sheets = [], deckSheet } = names
  const read = async (name: string, mime: string) => [name, textFile(mime, await readClientFile(name))] as const
  const [videos, style, ...files] = await Promise.all([
    screenVideos(),
    readClientFile(deckSheet).then(servedStyle),
    ...scripts.map((name) => read(name, 'text/javascript')),
    ...sheets.map((name) => read(name, 'text/css')),
  ])
  return new Map<string, LiveResource>([
    ...files,
    ...videos,
    [deckSheet, textFile('text/css', style)],
    ['icon.svg', { mime: 'image/svg+xml', bytes: Buffer.from(appIcon) }],
  ])
}

/**
 * The video by which pages keep the screen on where they may not ask for it: 12 seconds of black with silence, made with ffmpeg
 * (`-f lavfi -i color=black:s=32x32:r=2 -f lavfi -i anullsrc -t 12`), in two formats.
 */
async function screenVideos(): Promise<[name: string, file: LiveResource][]> {
  const types = { 'awake.mp4': 'video/mp4', 'awake.webm': 'video/webm' }
  return Promise.all(
    Object.entries(types).map(async ([name, mime]) => {
      const path = join(packageRoot(), 'static', 'screen', name)
      return [name, { mime, file: (await disk.realPath(path)) ?? path }]
    }),
  )
}

const textFile = (mime: string, text: string): LiveResource => ({
  mime: `${mime}; charset=utf-8`,
  bytes: Buffer.from(text),
})
