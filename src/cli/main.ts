/** The command line without its entry `bin.ts`: one file of the bundle, loaded with its code cache. */

import { version } from '../../package.json'
import { loadMessages } from '../languages/languages.ts'
import { findDeckFile } from '../load/deck-files.ts'
import { findDecksFolder } from '../load/project.ts'
import { commandNames } from '../model/command.ts'
import { KormeError } from '../model/errors.ts'
import { type FlagName, flagSpecs } from '../model/flags.ts'
import { shellWord } from '../report/shell-word.ts'
import { type Call, type CliCommand, commandFlags } from './command.ts'
import { commands, isCommand } from './commands.ts'
import { commandHelp } from './help.ts'
import { messagesLang, unknownLangVariable } from './language.ts'
import { type CommandLine, checkArgs, parseCommandLine, readFlags } from './parse-args.ts'
import { printError, printWarning, reasonOfBug } from './print-error.ts'
import { printJson } from './print-json.ts'
import { suggestWord } from './suggest-word.ts'
import type { Terminal } from './terminal.ts'

export { helpBuilding } from './help-building.ts'
export { processTerminal } from './terminal.ts'
export { writeCodeCache } from './write-code-cache.ts'

/**
 * Runs one command line. Exit codes: 0 done, 1 the deck has errors, 2 wrong usage, 3 the machine lacks something. A bug
 * in Korme ends it with 70, Ctrl-C with 130.
 *
 * Errors: only bugs in Korme that no single deck causes; they are rethrown, so that their stack is shown.
 */
export async function main(
  argv: readonly string[],
  terminal: Terminal,
  { prestarted = null, program = null }: Pick<Call, 'prestarted' | 'program'> = {},
): Promise<number> {
  const line = parseCommandLine(argv)
  const flag = line.flags.findLast(({ name }) => name === 'messages')?.value
  const messages = await loadMessages(messagesLang(flag, terminal.env))
  const has = (flag: FlagName) => line.flags.some(({ name }) => name === flag)
  const warning = unknownLangVariable(flag, terminal.env)
  if (warning && !has('quiet')) printWarning(warning, messages, terminal)
  const printErrorJson = (error: KormeError) => {
    if (has('json')) printJson([], [error], { messages, terminal })
  }
  try {
    return await run(line, { messages, terminal, argv, prestarted, program })
  } catch (error) {
    if (!(error instanceof KormeError)) {
      terminal.err(`${messages.cli.crash}\n`)
      printErrorJson(new KormeError({ code: 'program-crashed', reason: reasonOfBug(error) }))
      throw error
    }
    printError(error, messages, terminal)
    printErrorJson(error)
    return error.exitCode
  }
}

async function run(line: CommandLine, context: Omit<Call, 'args' | 'flags'>): Promise<number> {
  const { messages, terminal } = context
  if (line.command === undefined && line.flags.some(({ name }) => name === 'version')) {
    terminal.out(`${version}\n`)
    return 0
  }
  const [topic] = line.command === 'help' ? line.args : []
  const command = await resolveCommand(topic === undefined ? line : { ...line, command: topic })
  const flags = readFlags(command, line)
  if (topic === undefined && !(flags.help && line.command)) {
    checkArgs(command, line)
    return command.run({ args: line.args, flags, ...context })
  }
  terminal.out(commandHelp(command, messages, terminal))
  return 0
}

/** Returns the command that the command line names, or `help` if it names none. Errors: `command-…`, exit code 2. */
async function resolveCommand({ command: name, flags }: CommandLine): Promise<CliCommand> {
  if (name === undefined) {
    const { help } = commands
    const accepted = new Set<string>(commandFlags(help).map(([flag]) => flag))
    const others = flags.filter((flag) => !accepted.has(flag.name))
    if (others.length === 0 || others.some((flag) => !Object.hasOwn(flagSpecs, flag.name))) return help
    throw new KormeError({ code: 'command-missing', known: commandNames })
  }
  if (isCommand(name)) return commands[name]
  const isDeck = /\.(?:json|txt)$/i.test(name) || (await findDeckFile(name, await findDecksFolder(undefined))) !== name
  const nearest = isDeck ? `check ${shellWord(name)}` : suggestWord(name, commandNames)
  throw new KormeError({ code: 'command-unknown', name, nearest, known: commandNames })
}
