import { findBrowser } from '../../src/export/browser.ts'

/** Unpacks the packaged browser before the tests, so that no two of them do it at the same time. */
export async function setup(): Promise<void> {
  await findBrowser()
}
