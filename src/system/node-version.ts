/** Whether a version is lower than another, number by number: 20.9 is older than 20.19. */
export function isOlder(version: string, needed: string): boolean {
  const [own, least] = [version, needed].map((one) => one.split('.').map(Number))
  for (let i = 0; i < least!.length; i++) {
    const [a, b] = [own![i] || 0, least![i]!]
    if (a !== b) return a < b
  }
  return false
}
