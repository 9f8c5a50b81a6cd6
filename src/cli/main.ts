import { version } from '../../package.json'
import type { Started } from '../export/browser.ts'
import { loadMessages } from '../languages/languages.ts'
import { commandNames } from '../model/command.ts'
import { KormeError } from '../model/errors.ts'
import type { Call, CliCommand } from './command.ts'
import { commands, isCommand } from './commands.ts'
import { commonFlags, flagSpecs } from './flags.ts'
import { commandHelp } from './help.ts'
import { messagesLang } from './language.ts'
import { type CommandLine, checkArgs, parseCommandLine, readFlags } from './parse-args.ts'
import { printError } from './print-error.ts'
import { suggestWord } from './suggest-word.ts'
import type { Terminal } from './terminal.ts'

/**
 * Runs one command line. Exit codes: 0 done, 1 the deck has errors, 2 wrong usage, 3 the machine lacks something.
 *
 * Errors: none but our own bugs; those are thrown, and their stack is shown.
 */
export async function main(
  argv: readonly string[],
  terminal: Terminal,
  started: Started | null = null,
): Promise<number> {
  const line = parseCommandLine(argv)
  const flag = line.flags.findLast(({ name }) => name === 'messages')?.value
  const messages = await loadMessages(messagesLang(flag, terminal.env))
  try {
    return await run(line, { messages, terminal, prestarted: started })
  } catch (error) {
    if (!(error instanceof KormeError)) {
      terminal.err(`${messages.cli.crash}\n`)
      throw error
    }
    printError(error, messages, terminal)
    return error.exitCode
  }
}

async function run(
  line: CommandLine,
  { messages, terminal, prestarted: started }: Omit<Call, 'args' | 'flags'>,
): Promise<number> {
  if (line.command === undefined && line.flags.some(({ name }) => name === 'version')) {
    terminal.out(`${version}\n`)
    return 0
  }
  const [asked] = line.command === 'help' ? line.args : []
  const command = resolveCommand(asked === undefined ? line : { ...line, command: asked })
  const flags = readFlags(command, line)
  if (asked === undefined && !(flags.help && line.command)) {
    checkArgs(command, line)
    return command.run({ args: line.args, flags, messages, terminal, prestarted: started })
  }
  terminal.out(commandHelp(command, messages, terminal))
  return 0
}

/** The command that was called; help, where none was. */
function resolveCommand({ command: name, flags }: CommandLine): CliCommand {
  if (name === undefined) {
    const { help } = commands
    const others = flags.filter((flag) => ![...help.flags, ...commonFlags].some((known) => known === flag.name))
    if (others.length === 0 || others.some((flag) => !Object.hasOwn(flagSpecs, flag.name))) return help
    throw new KormeError({ code: 'command-missing', known: commandNames }, 2)
  }
  if (isCommand(name)) return commands[name]
  const meant = /\.(?:json|txt)$/i.test(name) ? `check ${name}` : suggestWord(name, commandNames)
  throw new KormeError({ code: 'command-unknown', name, nearest: meant, known: commandNames }, 2)
}
