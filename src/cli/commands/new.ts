import { resolve } from 'node:path'
import { findDecksFolder } from '../../load/project.ts'
import { langs } from '../../model/lang.ts'
import { printable } from '../../report/printable.ts'
import { shellWord } from '../../report/shell-word.ts'
import { shortPath } from '../../report/short-path.ts'
import { commandLine } from '../../report/suggested-command.ts'
import { indentText, wrapText } from '../../report/wrap-text.ts'
import { createDeck } from '../../samples/create-deck.ts'
import { type Call, defineCommand, givenFlags } from '../command.ts'

/** `korme new NAME`: creates a deck in `decks/`, of three slides or of a sample. */
export const newDeck = defineCommand({
  name: 'new',
  argumentKind: 'name',
  flags: ['lang', 'sample', 'root'],
  choices: { lang: [...langs, 'all'] },
  examples: ['my-talk', '--lang kk bayandama', '--sample report esep'],
  async run(call) {
    const { args, flags, messages } = call
    const lang = flags.lang ?? messages.lang
    const created = await createDeck({
      name: args[0]!,
      folder: resolve(await findDecksFolder(flags.root)),
      sample: flags.sample ?? null,
      lang,
      words: lang === 'all' ? messages.lang : lang,
    })
    printNextSteps(shortPath(created.path), created.slides, call)
    if (created.settingsKept !== null) printKept(shortPath(created.settingsKept), call)
    return 0
  },
})

/** Says that the settings of the editor stay as they were. */
function printKept(path: string, { messages: { cli }, terminal: { out, width } }: Call): void {
  const file = printable(path)
  out(`\n${wrapText(cli.new.settingsKept(file), width, [file])}\n`)
}

/** Prints the next steps: edit, preview, check, build. */
function printNextSteps(
  path: string,
  slides: number,
  { flags, messages: { cli }, terminal: { out, paint, width } }: Call,
): void {
  const file = printable(path)
  // The deck says its language itself.
  const kept = givenFlags(flags, 'root', 'messages')
  const command = (name: 'serve' | 'check' | 'build', ...words: string[]) =>
    commandLine(name, [...words, shellWord(path)], kept)
  const { build, check, edit, next, preview, written } = cli.new
  const steps: [say: (part: string) => string, part: string][] = [
    [edit, file],
    [preview, command('serve', '--open')],
    [check, command('check')],
    [build, command('build')],
  ]
  out(`${paint('good', '✓')} ${wrapText(written(file, slides), width - 2, [file])}\n\n${paint('strong', next)}\n`)
  for (const [n, [say, part]] of steps.entries()) {
    out(`  ${n + 1}. ${indentText(say(part), width, 5, [part]).trimStart()}\n`)
  }
}
