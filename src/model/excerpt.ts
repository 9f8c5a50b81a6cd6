/** Shortens a text for a message: one line of at most 60 characters. */
export function excerpt(text: string): string {
  const line = text
    .slice(0, 200)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return line.length > 60 ? `${line.slice(0, 59)}…` : line
}
