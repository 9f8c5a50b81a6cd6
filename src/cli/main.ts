import { version } from '../../package.json'
import type { Started } from '../export/browser.ts'
import { loadMessages } from '../languages/languages.ts'
import { commandNames } from '../model/command.ts'
import { EnvironmentError } from '../model/machine.ts'
import { checkArgs, readFlags, type Words, words } from './call.ts'
import type { Call, Command } from './command.ts'
import { commands, isCommand } from './commands.ts'
import { printFault } from './fault.ts'
import { commonFlags, flagSpecs } from './flags.ts'
import { commandHelp } from './help.ts'
import { messagesLang } from './language.ts'
import { nearest } from './nearest.ts'
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
  const line = words(argv)
  const flag = line.flags.findLast(({ name }) => name === 'messages')?.value
  const messages = await loadMessages(messagesLang(flag, terminal.env))
  try {
    return await run(line, { messages, terminal, started })
  } catch (error) {
    if (!(error instanceof EnvironmentError)) {
      terminal.err(`${messages.cli.crash}\n`)
      throw error
    }
    printFault(error, messages, terminal)
    return error.exitCode
  }
}

async function run(line: Words, { messages, terminal, started }: Omit<Call, 'args' | 'flags'>): Promise<number> {
  if (line.command === undefined && line.flags.some(({ name }) => name === 'version')) {
    terminal.out(`${version}\n`)
    return 0
  }
  const [asked] = line.command === 'help' ? line.args : []
  const command = choose(asked === undefined ? line : { ...line, command: asked })
  const flags = readFlags(command, line)
  if (asked === undefined && !(flags.help && line.command)) {
    checkArgs(command, line)
    return command.run({ args: line.args, flags, messages, terminal, started })
  }
  terminal.out(commandHelp(command, messages, terminal))
  return 0
}

/** The command that was called; help, where none was. */
function choose({ command: name, flags }: Words): Command {
  if (name === undefined) {
    const { help } = commands
    const others = flags.filter((flag) => ![...help.flags, ...commonFlags].some((known) => known === flag.name))
    if (others.length === 0 || others.some((flag) => !Object.hasOwn(flagSpecs, flag.name))) return help
    throw new EnvironmentError({ code: 'command-missing', known: commandNames }, 2)
  }
  if (isCommand(name)) return commands[name]
  const meant = /\.(?:json|txt)$/i.test(name) ? `check ${name}` : nearest(name, commandNames)
  throw new EnvironmentError({ code: 'command-unknown', name, nearest: meant, known: commandNames }, 2)
}
