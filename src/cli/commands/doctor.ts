import { version } from '../../../package.json'
import { printable } from '../../report/printable.ts'
import { shortPath } from '../../report/short-path.ts'
import { wrapText } from '../../report/wrap-text.ts'
import { type Call, defineCommand } from '../command.ts'
import { assertExist, chooseDecks } from '../decks.ts'
import { checksJson, exitCodeOf, formatChecks, type MadeCheck } from '../doctor/outcome.ts'
import { presentCommand } from '../doctor/talk-commands.ts'
import { browserFlags, deckFlags } from '../flag-groups.ts'

/**
 * `korme doctor`: checks the machine for everything that the commands need, or a deck and the machine before a talk. Exit code 1
 * if the deck has to be mended, 3 if something is missing.
 */
export const doctor = defineCommand({
  name: 'doctor',
  argumentKind: 'nothing',
  flags: ['talk', 'port', 'out', ...deckFlags, ...browserFlags, 'json'],
  examples: ['', '--talk decks/my-talk.json'],
  async run(call) {
    const { flags, messages, terminal } = call
    const { doctor: words } = messages.cli
    const { talk } = flags
    const { checks, deck, command } = talk === undefined ? await machineChecks(call) : await talkChecks(call, talk)
    const failed = checks.filter(({ outcome }) => outcome.state === 'error').length
    if (flags.json) terminal.out(`${JSON.stringify(checksJson(deck, checks))}\n`)
    else {
      const [title, fine] =
        deck === null ? [`Korme ${version}`, words.ready] : [words.talk.title(deck), words.talk.ready(command)]
      terminal.out(`${wrapText(title, terminal.width)}\n\n${formatChecks(checks, terminal)}\n`)
      terminal.out(`${wrapText(failed > 0 ? words.lacking(failed) : fine, terminal.width, [command])}\n`)
    }
    return exitCodeOf(checks)
  },
})

/** What was checked: a deck with the command that presents it, or the machine. */
interface Checked {
  deck: string | null
  command: string
  checks: MadeCheck[]
}

async function machineChecks(call: Call): Promise<Checked> {
  const { checkMachine } = await import('../doctor/machine-checks.ts')
  return { deck: null, command: '', checks: await checkMachine(call) }
}

/** Errors: `file-missing`, exit code 2. */
async function talkChecks(call: Call, named: string): Promise<Checked> {
  const { checkTalk } = await import('../doctor/talk-checks.ts')
  const decks = await chooseDecks({ ...call, args: [named] }, 'doctor')
  await assertExist(decks)
  const [path = ''] = decks
  const deck = printable(shortPath(path))
  return { deck, command: presentCommand(call, path), checks: await checkTalk(call, path) }
}
