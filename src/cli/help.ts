import type { Messages } from '../languages/messages.ts'
import { commandNames } from '../model/command.ts'
import type { FlagSpec } from '../model/flags.ts'
import { programName } from '../model/program-name.ts'
import { columnWidth } from '../report/printable.ts'
import { wrapText } from '../report/wrap-text.ts'
import { type CliCommand, commandFlags } from './command.ts'
import type { Terminal } from './terminal.ts'

type HelpOptions = Pick<Terminal, 'paint' | 'width'>

/** The help of the program: one line per command. */
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

/** The help of one command: usage, flags, examples. */
export function commandHelp(command: CliCommand, { cli: { help } }: Messages, { paint, width }: HelpOptions): string {
  const argument = {
    decks: ` [${help.deck} …]`,
    deck: ` [${help.deck}]`,
    name: ` ${help.name}`,
    command: ` [${help.command}]`,
    nothing: '',
  }
  const flags = commandFlags(command).map(([name, spec]) => [flagUsage(name, spec, help), help.flag[name]] as const)
  return [
    wrapText(help.about[command.name], width),
    '',
    heading(help.usage, paint),
    `  ${programName} ${command.name}${argument[command.argumentKind]}`,
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

/** `-o, --out FOLDER`, `--lang kk|ru|en`, `--port 8080`. */
function flagUsage(name: string, spec: FlagSpec, words: Messages['cli']['help']): string {
  const value =
    'choices' in spec
      ? ` ${spec.choices.join('|')}`
      : 'placeholder' in spec
        ? ` ${words[spec.placeholder]}`
        : 'example' in spec
          ? ` ${spec.example}`
          : ''
  return `${spec.short ? `-${spec.short}, ` : '    '}--${name}${value}`
}

/** Sets two columns; the second one wraps within itself. */
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
