/** What begins or ends a marked content, and what may hide such words: strings. */
const marks = /\((?:\\[\s\S]|[^\\()])*\)?|\\[\s\S]|<[0-9A-Fa-f]*>|\b(BDC|BMC|EMC)\b/g
/** Operators that build a path, which nothing may interrupt. */
const pathOperator = /(?:^| )(?:m|l|c|v|y|h|re|W\*?)$/
/** Operators that paint something but text. */
const paintOperator = /(?:^| )(?:f\*?|F|S|s|B\*?|b\*?|Do|sh)$/

/**
 * Marks what a page paints outside of every tag as an artifact: backgrounds, rules, ornaments. Text outside of every tag is
 * what the page repeats, such as a footer. Returns null if there is nothing to mark.
 *
 * Shape:  a content stream as Chromium writes it, one operator at the end of a line; what is tagged is copied unread.
 * Source: ISO 32000-1, 14.8.2.2; ISO 14289-1, 7.1.
 */
export function markArtifacts(content: string): string | null {
  const parts: string[] = []
  let depth = 0
  let tagged = 0
  let copied = 0
  for (const found of content.matchAll(marks)) {
    const word = found[1]
    if (!word) continue
    if (word !== 'EMC') {
      if (depth++ === 0) tagged = content.lastIndexOf('\n', found.index) + 1
    } else if (--depth === 0) {
      const end = found.index + word.length
      parts.push(markOutside(content.slice(copied, tagged)), content.slice(tagged, end))
      copied = end
    }
  }
  parts.push(markOutside(content.slice(copied)))
  const marked = parts.join('')
  return marked === content ? null : marked
}

function markOutside(content: string): string {
  const result: string[] = []
  let path: string[] = []
  let text: string[] | null = null
  for (const line of content.split('\n')) {
    if (text) {
      text.push(line)
      if (/(?:^| )ET$/.test(line)) {
        result.push('/Artifact <</Type /Pagination>> BDC', ...text, 'EMC')
        text = null
      }
    } else if (/^BT$/.test(line)) text = [line]
    else if (pathOperator.test(line)) path.push(line)
    else if (paintOperator.test(line)) {
      result.push('/Artifact BMC', ...path, line, 'EMC')
      path = []
    } else {
      result.push(...path, line)
      path = []
    }
  }
  return [...result, ...path, ...(text ?? [])].join('\n')
}
