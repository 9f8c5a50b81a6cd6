import { columnWidth } from '../../report/printable.ts'
import { wrapText } from '../../report/wrap-text.ts'
import type { TalkUrls } from '../../serve/talk/talk-session.ts'
import type { Call } from '../command.ts'
import { terminalQr } from './qr.ts'

/** The space between two QR codes side by side. Units: columns. */
const gap = 4

/** The text with the URLs of a talk, and QR codes if other devices can connect. */
export function greeting(
  { messages, terminal, flags }: Pick<Call, 'messages' | 'terminal' | 'flags'>,
  { urls, command }: { urls: TalkUrls; command: string },
): string {
  const { present: say } = messages.cli
  const { paint, width } = terminal
  const hint = paint('quiet', wrapText(say.hint, width))
  const speaker = `${paint('strong', say.speaker)}  ${urls.speaker}`
  if (!flags.host) return `${speaker}\n\n${wrapText(say.closed(command), width, [command])}\n${hint}\n`
  return [
    speaker,
    '',
    wrapText(say.opened, width),
    '',
    ...qrRows(terminal, [
      { name: say.audience, urls: urls.audience },
      { name: say.remote, urls: urls.remote },
    ]),
    hint,
    '',
  ].join('\n')
}

interface QrEntry {
  name: string
  urls: readonly string[]
}

/** QR codes, side by side if the terminal is wide enough. Below them are the URLs, which can be clicked in a terminal. */
function qrRows({ paint, width }: Call['terminal'], all: readonly QrEntry[]): string[] {
  const colored = paint('strong', '') !== '' || paint('strong', 'x') !== 'x'
  const codes = all.map(({ name, urls }) => {
    const lines = terminalQr(urls[0] ?? '', colored)
    const codeWidth = plainWidth(lines[0] ?? '')
    return {
      codeWidth,
      lines: [paint('strong', name) + ' '.repeat(Math.max(0, codeWidth - columnWidth(name))), ...lines],
    }
  })
  const fits = codes.reduce((sum, { codeWidth }) => sum + codeWidth + gap, -gap) <= width
  const rows = fits ? sideBySide(codes.map(({ lines }) => lines)) : codes.flatMap(({ lines }) => [...lines, ''])
  const links = all.flatMap(({ name, urls }) => [paint('strong', name), ...urls.map((url) => `  ${url}`)])
  return [...rows, '', ...links, '']
}

const sideBySide = (blocks: readonly (readonly string[])[]): string[] => {
  const height = Math.max(...blocks.map((lines) => lines.length))
  return Array.from({ length: height }, (_, y) =>
    blocks
      .map((lines) => lines[y] ?? '')
      .join(' '.repeat(gap))
      .trimEnd(),
  )
}

const plainWidth = (line: string): number => columnWidth(line.replace(/\x1b\[[\d;]*m/g, ''))
