/** What Safari before 16.4 has. */
interface OlderNames {
  webkitFullscreenElement?: Element | null
  webkitExitFullscreen?: () => void
  webkitRequestFullscreen?: () => void
}

/** Whether the page is shown in full screen. */
export function isFullscreen(): boolean {
  const older: Document & OlderNames = document
  return Boolean(older.fullscreenElement ?? older.webkitFullscreenElement)
}

/** Enters or leaves fullscreen. If the browser refuses, nothing happens. */
export function toggleFullscreen(): void {
  const leaving: Document & OlderNames = document
  const entering: HTMLElement & OlderNames = document.documentElement
  const done = isFullscreen()
    ? (leaving.exitFullscreen ?? leaving.webkitExitFullscreen)?.call(leaving)
    : (entering.requestFullscreen ?? entering.webkitRequestFullscreen)?.call(entering)
  done?.catch(() => {})
}
