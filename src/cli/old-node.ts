import { machineMessages } from '../languages/machine-messages.ts'
import { messagesLang } from './language.ts'

/** Says that Node is older than `needed`: the only part of the program, with `bin.ts`, that runs there. */
export function refuse(needed: string): void {
  process.exitCode = 3
  const flag = process.argv.indexOf('--messages')
  const lang = messagesLang(flag > 0 ? process.argv[flag + 1] : undefined, process.env)
  const found = process.versions.node
  process.stderr.write(`${machineMessages[lang]['node-outdated']({ code: 'node-outdated', found, needed })}\n`)
}
