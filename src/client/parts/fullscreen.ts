/** Fills the screen with the page, or leaves that. A browser that refuses keeps the page as it is. */
export function toggleFullscreen(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.()
  done?.catch(() => {})
}
