/** Whether the browser can keep the screen on: with HTTPS, on this machine, and for a page from a file. */
export const canKeepScreenOn = (): boolean => isSecureContext && 'wakeLock' in navigator

/**
 * Keeps the screen on while a page is visible, wherever the browser grants it. `view`: the window of the page; `otherwise`:
 * what keeps it on where the browser has no lock.
 */
export function keepScreenOn(view: Window = window, otherwise: (view: Window) => void = () => {}): void {
  const { document: page, navigator: browser } = view
  if (!browser.wakeLock) {
    otherwise(view)
    return
  }
  const request = () => {
    if (page.visibilityState === 'visible') browser.wakeLock.request('screen').catch(() => {})
  }
  page.addEventListener('visibilitychange', request)
  request()
}
