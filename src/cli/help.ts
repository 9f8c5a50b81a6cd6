import type { Messages } from '../languages/messages.ts'
import { commandNames, type FlagName } from '../model/command.ts'
import { columns } from '../report/printable.ts'
import type { Command } from './command.ts'
import { commonFlags, type FlagSpec, flagSpecs } from './flags.ts'
import type { Terminal } from './terminal.ts'

type Look = Pick<Terminal, 'paint' | 'width'>

/** How the program is called where it is not installed for the whole machine. */
export const program = 'npx korme'

/** What Korme can do: every command in one line. */
export function overview({ cli: { help } }: Messages, { paint, width }: Look): string {
  const commands = commandNames.map((name) => [name, help.summary[name]] as const)
  return [
    wrapped(help.tagline, width),
    '',
    heading(help.usage, paint),
    `  ${program} ${help.command}`,
    '',
    heading(help.commands, paint),
    ...columnsOf(commands, width, paint),
    '',
    heading(help.examples, paint),
    ...['new my-talk', 'serve --open', 'check decks/my-talk.json', 'build'].map((example) => `  ${program} ${example}`),
    '',
    wrapped(help.more(`${program} help ${help.command}`), width),
    wrapped(help.exitCodes, width),
    '',
  ].join('\n')
}

/** What one command does: usage, flags, examples. */
export function commandHelp(command: Command, { cli: { help } }: Messages, { paint, width }: Look): string {
  const takes = {
    decks: ` [${help.deck} …]`,
    deck: ` [${help.deck}]`,
    name: ` ${help.name}`,
    command: ` [${help.command}]`,
    nothing: '',
  }
  const names = [...command.flags, ...commonFlags.filter((name) => !command.flags.includes(name))]
  const flags = names.map((name) => [written(name, flagSpecs[name], help), help.flag[name]] as const)
  return [
    wrapped(help.about[command.name], width),
    '',
    heading(help.usage, paint),
    `  ${program} ${command.name}${takes[command.takes]}`,
    '',
    heading(help.flags, paint),
    ...columnsOf(flags, width, paint),
    '',
    heading(help.examples, paint),
    ...command.examples.map((example) => `  ${program} ${command.name} ${example}`.trimEnd()),
    '',
  ].join('\n')
}

const heading = (text: string, paint: Look['paint']) => paint('strong', text)

/** What stands for a value: a range and a port are shown as they are written. */
const valueName = (value: 'file' | 'folder' | 'name' | 'port' | 'range', words: Messages['cli']['help']) =>
  value === 'range' ? '2-5,9' : value === 'port' ? '8080' : words[value]

/** `-o, --out FOLDER`, `--lang kk|ru|en`. */
function written(name: FlagName, { short, value }: FlagSpec, words: Messages['cli']['help']): string {
  const shown =
    value === undefined ? '' : typeof value === 'string' ? ` ${valueName(value, words)}` : ` ${value.join('|')}`
  return `${short ? `-${short}, ` : '    '}--${name}${shown}`
}

/** Two columns, the second one wrapped under itself. */
function columnsOf(rows: readonly (readonly [string, string])[], width: number, paint: Look['paint']): string[] {
  const first = Math.max(...rows.map(([term]) => columns(term))) + 2
  return rows.map(([term, text]) => {
    const [top, ...rest] = wrapped(text, Math.max(20, width - first - 2)).split('\n')
    const indent = ' '.repeat(first + 2)
    return [
      `  ${paint('info', term)}${' '.repeat(first - columns(term))}${top}`,
      ...rest.map((line) => indent + line),
    ].join('\n')
  })
}

/** Breaks a text into lines at its spaces. Units: columns. */
export function wrapped(text: string, width: number): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line !== '' && columns(line) + 1 + columns(word) > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join('\n')
}
