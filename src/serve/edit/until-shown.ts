import type { Live } from '../../model/live.ts'

/** Waits until the slides show a text, or until it is certain that they do not, since it has errors. Returns which. */
export async function untilShown(live: Live, bytes: Uint8Array): Promise<boolean> {
  const isShown = () => Buffer.compare(live.shownBytes() ?? Buffer.alloc(0), bytes) === 0
  if (isShown()) return true
  let off = () => {}
  // An edit of one slide is shown at once, long before the deck has been read as a whole.
  const shown = new Promise<void>((resolve) => {
    off = live.onChange(() => isShown() && resolve())
  })
  await Promise.race([shown, live.refresh([live.file.path])])
  off()
  return isShown()
}
