import { columnWidth, printable } from '../../report/printable.ts'
import { wrapText } from '../../report/wrap-text.ts'
import type { TalkPlace } from '../../serve/talk/talk-addresses.ts'
import type { Call } from '../command.ts'
import { terminalQr } from './qr.ts'

/** The space between two QR codes side by side. Units: columns. */
const gap = 4

type GreetingCall = Pick<Call, 'messages' | 'terminal' | 'flags'>

/** Whether the flags let other devices connect: whoever names a network wants them to. */
export const isForOthers = ({ host, network }: Call['flags']): boolean => host === true || network !== undefined

/** The text with the URLs of a talk, and QR codes for those who can connect. */
export function greeting(call: GreetingCall, { place, command }: { place: TalkPlace; command: string }): string {
  const { messages, terminal, flags } = call
  const { present: say } = messages.cli
  const { paint, width } = terminal
  const quiet = (text: string) => paint('quiet', wrapText(text, width))
  const head = [`${paint('strong', say.speaker)}  ${place.urls.speaker}`, '']
  if (!isForOthers(flags)) {
    const closed = place.isRelayed ? say.remoteOnly.closed : say.closed
    const codes = place.isRelayed ? qrRows(terminal, [audienceEntry(call, place)]) : []
    return [...head, ...codes, wrapText(closed(command), width, [command]), '', quiet(say.stop), ''].join('\n')
  }
  const opened = place.network && !place.isRelayed ? [wrapText(say.opened, width), ''] : []
  return [...head, ...opened, ...connecting(call, place), quiet(`${say.hint} ${say.stop}`), ''].join('\n')
}

/** The text after the network has changed: the codes that are valid now, or that there are none. */
export function networkNews(call: GreetingCall, place: TalkPlace): string {
  const { width } = call.terminal
  const say = wordsAbout(call, place)
  const lines = place.network
    ? [wrapText(say.changed, width), '', ...connecting(call, place)]
    : [wrapText(say.lost, width)]
  return `\n${lines.join('\n').trimEnd()}\n`
}

/** The sentences about the networks of this machine, which the audience does not need if others serve it. */
const wordsAbout = ({ messages }: GreetingCall, { isRelayed }: TalkPlace) =>
  isRelayed ? messages.cli.present.remoteOnly : messages.cli.present

/** Codes and URLs for other devices, or what is missing for them. */
function connecting(call: GreetingCall, place: TalkPlace): string[] {
  const { messages, terminal, flags } = call
  const { present: say } = messages.cli
  const { width } = terminal
  const { network, networks, urls, isRelayed } = place
  const about = wordsAbout(call, place)
  const asked = flags.network
  const isThere = asked === undefined || networks.some((one) => namesNetwork(asked, one))
  const absent = isThere ? [] : [wrapText(say.absent(printable(asked)), width), '']
  const others = networks.filter((one) => one !== network)
  const list = others.map(({ name, address }) => `  ${address}  ${printable(name)}`)
  const choices = others.length === 0 ? [] : [wrapText(say.others, width), ...list, '']
  const audience = audienceEntry(call, place)
  if (!network) {
    const codes = isRelayed ? qrRows(terminal, [audience]) : []
    return [...codes, wrapText(about.waiting, width), '', ...absent, ...choices]
  }
  return [
    wrapText(about.same(`${printable(network.name)}, ${network.address}`), width),
    '',
    ...absent,
    ...qrRows(terminal, [audience, { name: say.remote, url: urls.remote[0] ?? '' }]),
    ...choices,
  ]
}

/** The code of the audience. What others serve has an address that is typed as it is. */
function audienceEntry({ messages, terminal }: GreetingCall, { urls, isRelayed }: TalkPlace): QrEntry {
  const { audience, typed } = messages.cli.present
  const url = urls.audience[0] ?? ''
  if (isRelayed) return { name: audience, url, shown: printable(urls.typed[0] ?? url) }
  return { name: audience, url, more: `${typed} ${terminal.paint('strong', urls.typed[0] ?? '')}` }
}

const namesNetwork = (asked: string, { name, address }: TalkPlace['networks'][number]): boolean =>
  address === asked || name.toLowerCase() === asked.toLowerCase()

interface QrEntry {
  name: string
  url: string
  /** How the URL is written, if not as it is. */
  shown?: string
  /** A line below the URL. */
  more?: string
}

/** QR codes, side by side if the terminal is wide enough. Below them are the URLs, which can be clicked in a terminal. */
function qrRows({ paint, width }: Call['terminal'], all: readonly QrEntry[]): string[] {
  const colored = paint('strong', '') !== '' || paint('strong', 'x') !== 'x'
  const codes = all.map(({ name, url }) => {
    const lines = terminalQr(url, colored)
    const codeWidth = plainWidth(lines[0] ?? '')
    return {
      codeWidth,
      lines: [paint('strong', name) + ' '.repeat(Math.max(0, codeWidth - columnWidth(name))), ...lines],
    }
  })
  const fits = codes.reduce((sum, { codeWidth }) => sum + codeWidth + gap, -gap) <= width
  const rows = fits ? sideBySide(codes) : codes.flatMap(({ lines }) => [...lines, ''])
  const links = all.flatMap(({ name, url, shown, more }) => [
    paint('strong', name),
    `  ${shown ?? url}`,
    ...(more === undefined ? [] : [`  ${more}`]),
  ])
  return [...rows, '', ...links, '']
}

const sideBySide = (blocks: readonly { codeWidth: number; lines: readonly string[] }[]): string[] => {
  const height = Math.max(...blocks.map(({ lines }) => lines.length))
  return Array.from({ length: height }, (_, y) =>
    blocks
      .map(({ codeWidth, lines }) => lines[y] ?? ' '.repeat(codeWidth))
      .join(' '.repeat(gap))
      .trimEnd(),
  )
}

const plainWidth = (line: string): number => columnWidth(line.replace(/\x1b\[[\d;]*m/g, ''))
