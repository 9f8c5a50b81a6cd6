import type { UsageFault } from '../../model/errors.ts'
import { listFormatter } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { cli } from './cli.ts'

const or = listFormatter('en', 'disjunction')
const and = listFormatter('en', 'conjunction')

/** One sentence for everything that can be wrong with a call. */
export const usage: MessagesOf<UsageFault> = {
  'command-unknown': ({ name, nearest, known }) =>
    nearest
      ? `There is no command "${name}". Did you mean "${nearest}"?`
      : `There is no command "${name}". Use ${or(known)}.`,
  'command-missing': ({ known }) => `A command is missing. Use ${or(known)}.`,
  'flag-unknown': ({ flag, command, nearest }) =>
    nearest
      ? `There is no flag ${flag} for "${command}". Did you mean ${nearest}?`
      : `There is no flag ${flag} for "${command}". All its flags: npx korme ${command} --help`,
  'flag-value-missing': ({ flag, value }) => `${flag} wants a value after it: ${flag} ${value}`,
  'flag-value-unknown': ({ flag, value, known }) => `${flag} cannot be "${value}". Use ${or(known)}.`,
  'flag-value-unexpected': ({ flag, value }) => `${flag} takes no value, so "${value}" cannot stand there.`,
  'argument-missing': ({ command }) => `A name is missing, as in: npx korme ${command} my-talk`,
  'argument-unexpected': ({ command, argument }) =>
    `"${command}" takes nothing like "${argument}". Its help: npx korme ${command} --help`,
  'decks-missing': ({ folder }) => `There is no deck in ${folder}. Start one: npx korme new my-talk`,
  'output-twice': ({ output, decks }) =>
    `${and(decks)} would both become ${output}. Rename one of them, or build them into different folders with -o.`,
  'deck-unnamed': ({ command, decks }) => `Say which deck: npx korme ${command} ${decks[0]}`,
  'deck-unfit': ({ deck, command }) => `${deck} has errors, so it cannot be shown. Mend it first: ${command}`,
  'deck-name-unfit': ({ name }) =>
    `"${name}" cannot name a deck. Use letters, digits, spaces, "-" and "_", as in my-talk; no folder and no dot before it.`,
  'deck-exists': ({ path }) => `${path} exists already and stays as it is. Choose another name.`,
  'range-unreadable': ({ value }) =>
    `--range cannot be "${value}". Write numbers of slides and ranges between commas, as in 2-5,9.`,
  'port-unreadable': ({ value }) => `--port cannot be "${value}". Write a number from 1 to 65535, as in --port 8080.`,
  'range-outside': ({ part, deck, slides }) =>
    `--range names ${part}, but ${deck} has ${cli.slides(slides)}. Choose numbers up to ${slides}.`,
}
