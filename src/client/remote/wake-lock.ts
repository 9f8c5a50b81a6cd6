/** Keeps the phone's screen on while the page is visible. Browsers allow it only with HTTPS and on this machine. */
export function keepScreenOn(): void {
  const request = () => {
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {})
  }
  document.addEventListener('visibilitychange', request)
  request()
}
