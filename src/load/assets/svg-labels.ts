const blocks = new Set('br div p li tr'.split(' '))
/** The width of a letter of middle size, in ems. */
const letterWidth = 0.56

/**
 * Completes the plain labels that draw.io saves beside its labels in HTML: it cuts them after some letters and writes
 * `...`. The text of a `foreignObject` is read, and takes the place of the cut label that follows it.
 */
export class SvgLabels {
  private words = ''
  private widthPx = 0
  private target: Readonly<Record<string, string>> | null = null

  /** Begins the label of a `foreignObject`. */
  begin(): void {
    this.words = ''
    this.widthPx = 0
  }

  /** Reads an element inside a `foreignObject`. */
  element(name: string, attributes: Readonly<Record<string, string>>): void {
    if (blocks.has(name)) this.words += '\n'
    const width = /(?:^|[; ])width: ?(\d{1,5})px/.exec(attributes.style ?? '')?.[1]
    if (width && this.widthPx === 0) this.widthPx = Number(width)
  }

  /** Reads a text inside a `foreignObject`. */
  text(content: string): void {
    this.words += content.replace(/[^\S\u00a0]/g, ' ')
  }

  /** Reads an element beside a `foreignObject`; only the next `text` is its label. */
  beside(name: string, attributes: Readonly<Record<string, string>>): void {
    this.target = name === 'text' && this.words !== '' ? attributes : null
  }

  /** The lines for a label that was cut, and where they stand; null if this text was not cut. */
  complete(content: string): { x: string; lines: string[] } | null {
    const { target, words } = this
    if (!target) return null
    this.target = null
    this.words = ''
    const cut = /^(.{1,500}?)(?:\.{3}|…)$/.exec(content.trim())?.[1]
    const lines = words.split('\n').map(plain).filter(Boolean)
    if (!cut || target.x === undefined || !plain(lines.join(' ')).startsWith(plain(cut))) return null
    const size = Number.parseFloat(target['font-size'] ?? '12') || 12
    const letters = this.widthPx > 0 ? Math.max(8, Math.floor(this.widthPx / (size * letterWidth))) : 40
    return { x: target.x, lines: lines.flatMap((line) => wrapped(line, letters)) }
  }
}

const plain = (text: string) => text.split(' ').filter(Boolean).join(' ')

function wrapped(line: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of line.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + 1 + word.length <= letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
