import { columnWidth } from '../../report/printable.ts'
import type { TalkUrls } from '../../serve/present/talk-session.ts'
import type { Call } from '../command.ts'
import { terminalQr } from './qr.ts'

/** Between two codes that stand side by side. Units: columns. */
const gap = 4

/** The address of the speaker's page, who else can come, and by which addresses. */
export function greeting(
  { messages, terminal, flags }: Pick<Call, 'messages' | 'terminal' | 'flags'>,
  { addresses, command }: { addresses: TalkUrls; command: string },
): string {
  const { present: say } = messages.cli
  const { paint } = terminal
  const speaker = `${paint('strong', say.speaker)}  ${addresses.speaker}`
  if (!flags.host) return `${speaker}\n\n${say.closed(command)}\n${paint('quiet', say.hint)}\n`
  return [
    speaker,
    '',
    say.opened,
    '',
    ...qrRows(terminal, [
      { name: say.audience, addresses: addresses.audience },
      { name: say.remote, addresses: addresses.remote },
    ]),
    paint('quiet', say.hint),
    '',
  ].join('\n')
}

interface QrEntry {
  name: string
  addresses: readonly string[]
}

/** Codes side by side where the terminal is wide enough, with their addresses below, which can be clicked there. */
function qrRows({ paint, width }: Call['terminal'], all: readonly QrEntry[]): string[] {
  const coloured = paint('strong', '') !== '' || paint('strong', 'x') !== 'x'
  const drawn = all.map(({ name, addresses }) => {
    const lines = terminalQr(addresses[0] ?? '', coloured)
    const wide = plainWidth(lines[0] ?? '')
    return { wide, lines: [paint('strong', name) + ' '.repeat(Math.max(0, wide - columnWidth(name))), ...lines] }
  })
  const beside = drawn.reduce((sum, { wide }) => sum + wide + gap, -gap) <= width
  const pictures = beside ? sideBySide(drawn.map(({ lines }) => lines)) : drawn.flatMap(({ lines }) => [...lines, ''])
  const names = all.flatMap(({ name, addresses }) => [paint('strong', name), ...addresses.map((one) => `  ${one}`)])
  return [...pictures, '', ...names, '']
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
