import type { Messages } from '../languages/messages.ts'
import { type CommandName, commandNames } from '../model/command.ts'
import type { FlagName, FlagSpec } from '../model/flags.ts'
import { programName } from '../model/program-name.ts'
import { columnWidth } from '../report/printable.ts'
import { wrapText } from '../report/wrap-text.ts'
import { type CliCommand, commandFlags } from './command.ts'
import { flagGroups } from './flag-groups.ts'
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
    '',
    heading(help.exitCodes, paint),
    ...twoColumns(Object.entries(help.exitCode), width, paint),
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
  const groups = groupFlags(commandFlags(command)).map(([group, flags]) => ({
    title: group === null ? help.flags : help.flagGroups[group],
    rows: flags.map(([name, spec]) => [flagUsage(name, spec, help), flagText(name, command.name, help)] as const),
  }))
  const first = firstColumn(groups.flatMap(({ rows }) => rows))
  return [
    wrapText(help.about[command.name], width),
    '',
    heading(help.usage, paint),
    `  ${programName} ${command.name}${argument[command.argumentKind]}`,
    '',
    ...groups.flatMap(({ title, rows }) => [heading(title, paint), ...twoColumns(rows, width, paint, first), '']),
    heading(help.examples, paint),
    ...command.examples.map((example) => `  ${programName} ${command.name} ${example}`.trimEnd()),
    '',
  ].join('\n')
}

const heading = (text: string, paint: HelpOptions['paint']) => paint('strong', text)

/** The flags of a command under their headings, those of its own first; few flags need none. */
function groupFlags(flags: ReturnType<typeof commandFlags>) {
  if (flags.length <= maxUngrouped) return [[null, flags]] as const
  const groupOf = (name: FlagName) => flagGroups.find(([, names]) => names.includes(name))?.[0] ?? null
  const groups = [null, ...flagGroups.map(([group]) => group)]
  return groups
    .map((group) => [group, flags.filter(([name]) => groupOf(name) === group)] as const)
    .filter(([, members]) => members.length > 0)
}

/** So many flags are overseen without headings. */
const maxUngrouped = 5

/** What a flag does. */
function flagText(flag: FlagName, command: CommandName, help: Messages['cli']['help']): string {
  if (flag !== 'lang') return help.flag[flag]
  if (command === 'new') return help.newLang
  return command === 'serve' || command === 'edit' || command === 'present' || command === 'doctor'
    ? help.pageLang
    : help.flag.lang
}

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

/** A term wider than this stands on a line of its own. Units: columns. */
const maxTerm = 36

/** The width of the first of two columns, with the space after it. */
const firstColumn = (rows: readonly (readonly [string, string])[]): number =>
  Math.max(0, ...rows.map(([term]) => columnWidth(term)).filter((columns) => columns <= maxTerm)) + 2

/** Sets two columns; the second one wraps within itself. */
function twoColumns(
  rows: readonly (readonly [string, string])[],
  width: number,
  paint: HelpOptions['paint'],
  first = firstColumn(rows),
): string[] {
  return rows.map(([term, text]) => {
    const [top, ...rest] = wrapText(text, Math.max(20, width - first - 2)).split('\n')
    const indent = ' '.repeat(first + 2)
    const gap = first - columnWidth(term)
    return [
      `  ${paint('info', term)}${gap > 0 ? ' '.repeat(gap) : `\n${indent}`}${top}`,
      ...rest.map((line) => indent + line),
    ].join('\n')
  })
}
