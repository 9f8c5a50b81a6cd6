/** Keeps the phone's screen on while the page is seen. Browsers allow that on https and on this machine alone. */
export function keepScreenOn(): void {
  const ask = () => {
    if (document.visibilityState === 'visible') navigator.wakeLock?.request('screen').catch(() => {})
  }
  document.addEventListener('visibilitychange', ask)
  ask()
}
