import { resolve } from 'node:path'
import { frameOrigins } from '../blocks/video/players.ts'
import { findProject } from '../load/project.ts'
import { stemOf } from '../load/read-deck.ts'
import { EnvironmentError } from '../model/machine.ts'
import type { Live } from '../model/wire/live.ts'
import { servedPolicy } from '../render/served-page.ts'
import { LiveDeck } from './deck.ts'
import { type LiveOptions, Supplies } from './supplies.ts'

export { renderServed, renderThumbnail, type ServedParts, servedStyles } from '../render/served-page.ts'
export type { LiveOptions } from './supplies.ts'

/** The Content Security Policy of every served page, to be sent as a header. */
export const livePolicy: string = servedPolicy(frameOrigins)

/**
 * Opens a deck to be shown while it is written: reads it once, and again whenever `refresh` says so.
 * Errors: a root that is no folder and a theme of the call that is not there throw; a deck that is missing or has errors
 * is told by its report.
 */
export async function openLive(path: string, options: LiveOptions = {}): Promise<Live> {
  const project = await findProject(path, options)
  const file = { name: path, path: resolve(path), stem: stemOf(path) }
  const live = new LiveDeck(file, new Supplies(project, file.path, options), options)
  await live.refresh([file.path])
  const { fault } = live.report()
  if (fault?.code === 'flag-value-unknown') throw new EnvironmentError(fault, 2)
  return live
}
