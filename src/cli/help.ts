import type { Messages } from '../languages/messages.ts'
import { commandNames, type FlagName } from '../model/command.ts'
import { columnWidth } from '../report/printable.ts'
import type { CliCommand } from './command.ts'
import { commonFlags, type FlagSpec, flagSpecs } from './flags.ts'
import type { Terminal } from './terminal.ts'

type HelpOptions = Pick<Terminal, 'paint' | 'width'>

/** How the program is called where it is not installed for the whole machine. */
export const programName = 'npx korme'

/** What Korme can do: every command in one line. */
export function helpOverview({ cli: { help } }: Messages, { paint, width }: HelpOptions): string {
  const commands = commandNames.map((name) => [name, help.summary[name]] as const)
  return [
    wrapText(help.tagline, width),
    '',
    heading(help.usage, paint),
    `  ${programName} ${help.command}`,
    '',
    heading(help.commands, paint),
    ...twoColumns(commands, width, paint),
    '',
    heading(help.examples, paint),
    ...['new my-talk', 'serve --open', 'check decks/my-talk.json', 'build'].map(
      (example) => `  ${programName} ${example}`,
    ),
    '',
    wrapText(help.more(`${programName} help ${help.command}`), width),
    wrapText(help.exitCodes, width),
    '',
  ].join('\n')
}

/** What one command does: usage, flags, examples. */
export function commandHelp(command: CliCommand, { cli: { help } }: Messages, { paint, width }: HelpOptions): string {
  const takes = {
    decks: ` [${help.deck} …]`,
    deck: ` [${help.deck}]`,
    name: ` ${help.name}`,
    command: ` [${help.command}]`,
    nothing: '',
  }
  const names = [...command.flags, ...commonFlags.filter((name) => !command.flags.includes(name))]
  const flags = names.map((name) => [flagUsage(name, flagSpecs[name], help), help.flag[name]] as const)
  return [
    wrapText(help.about[command.name], width),
    '',
    heading(help.usage, paint),
    `  ${programName} ${command.name}${takes[command.argumentKind]}`,
    '',
    heading(help.flags, paint),
    ...twoColumns(flags, width, paint),
    '',
    heading(help.examples, paint),
    ...command.examples.map((example) => `  ${programName} ${command.name} ${example}`.trimEnd()),
    '',
  ].join('\n')
}

const heading = (text: string, paint: HelpOptions['paint']) => paint('strong', text)

/** What stands for a value: a range and a port are shown as they are written. */
const valueName = (value: 'file' | 'folder' | 'name' | 'port' | 'range', words: Messages['cli']['help']) =>
  value === 'range' ? '2-5,9' : value === 'port' ? '8080' : words[value]

/** `-o, --out FOLDER`, `--lang kk|ru|en`. */
function flagUsage(name: FlagName, { short, value }: FlagSpec, words: Messages['cli']['help']): string {
  const shown =
    value === undefined ? '' : typeof value === 'string' ? ` ${valueName(value, words)}` : ` ${value.join('|')}`
  return `${short ? `-${short}, ` : '    '}--${name}${shown}`
}

/** Two columns, the second one wrapped under itself. */
function twoColumns(
  rows: readonly (readonly [string, string])[],
  width: number,
  paint: HelpOptions['paint'],
): string[] {
  const first = Math.max(...rows.map(([term]) => columnWidth(term))) + 2
  return rows.map(([term, text]) => {
    const [top, ...rest] = wrapText(text, Math.max(20, width - first - 2)).split('\n')
    const indent = ' '.repeat(first + 2)
    return [
      `  ${paint('info', term)}${' '.repeat(first - columnWidth(term))}${top}`,
      ...rest.map((line) => indent + line),
    ].join('\n')
  })
}

/** Breaks a text into lines at its spaces. Units: columns. */
export function wrapText(text: string, width: number): string {
  const lines = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!
    if (line !== '' && columnWidth(line) + 1 + columnWidth(word) > width) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.join('\n')
}
