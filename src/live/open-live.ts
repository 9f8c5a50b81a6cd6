import { resolve } from 'node:path'
import { embedOrigins } from '../blocks/video/video-providers.ts'
import { stemOf } from '../load/deck-files.ts'
import { findProject } from '../load/project.ts'
import { KormeError } from '../model/errors.ts'
import type { Live } from '../model/live.ts'
import { servedPolicy } from '../render/render-served-page.ts'
import { disk } from '../system/disk.ts'
import { recordReads } from '../system/record-reads.ts'
import type { LiveOptions } from './live-options.ts'
import { LivePipeline } from './live-pipeline.ts'
import { ReloadingDeck } from './reloading-deck.ts'
import { CachingResourceLoader } from './resource-loader.ts'

export {
  renderServedPage as renderServed,
  renderThumbnail,
  type ServedPageParts as ServedParts,
  servedStyle,
} from '../render/render-served-page.ts'
export type { LiveOptions } from './live-options.ts'

/** The Content Security Policy of every served page, to be sent as a header. */
export const livePolicy: string = servedPolicy(embedOrigins)

/** That of a page with the editor, which shows slides of its own server in frames, too. */
export const editedPolicy: string = servedPolicy(["'self'", ...embedOrigins])

/**
 * Opens a deck for a live preview. It is read now, and again on each call of `refresh`.
 * Errors: throws if `root` is not a folder or if `theme` does not exist. A deck that is missing or has errors does not
 * throw; see its report.
 */
export async function openLive(path: string, options: LiveOptions = {}): Promise<Live> {
  const { files, reads } = recordReads(options.files ?? disk)
  const project = await findProject(path, { ...options, files })
  const file = { name: path, path: resolve(path), stem: stemOf(path) }
  const pipeline = new LivePipeline(new CachingResourceLoader(project, file, options), options, reads)
  const live = new ReloadingDeck(file, pipeline, { ...options, files })
  await live.refresh([file.path])
  const { fault } = live.report()
  if (fault?.code === 'flag-value-unknown') throw new KormeError(fault)
  return live
}
