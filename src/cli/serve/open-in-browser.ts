/** Opens a URL in the user's browser. A machine without a browser is no reason to stop. */
export async function openInBrowser(url: string): Promise<void> {
  const { default: open } = await import('open')
  const child = await open(url).catch(() => null)
  child?.on('error', () => {})
}
