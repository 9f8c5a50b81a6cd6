import type { LiveChange } from '../../model/wire/live.ts'
import type { ClientPage } from '../show/client-page.ts'
import type { Show } from '../show/show.ts'
import { applyChange, needsReload } from './apply-change.ts'

/** Applies changes to a page. */
export interface PageUpdater {
  /** Returns the version of the deck in the page. */
  version(): number
  /** Applies a change, or reloads the page if the change requires it. */
  update(change: LiveChange): void
}

/** Creates an updater of a page that shows this version of the deck. */
export function makePageUpdater(page: ClientPage, show: Show | null, firstVersion: number): PageUpdater {
  let version = firstVersion
  return {
    version: () => version,
    update(change) {
      if (needsReload(page, change)) return location.reload()
      version = change.version
      applyChange(page, show, change)
    },
  }
}
