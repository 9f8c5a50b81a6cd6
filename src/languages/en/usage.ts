import type { UsageFault } from '../../model/errors.ts'
import type { JobsUsageFault } from '../../model/jobs-faults.ts'
import { languageName } from '../format.ts'
import type { MessagesOf } from '../messages.ts'
import { and, or, slides } from './format.ts'

/** Wrong usage of the command line, in English. */
export const usage: MessagesOf<Exclude<UsageFault, JobsUsageFault>> = {
  'command-unknown': ({ name, nearest, known }) =>
    nearest
      ? `There is no command "${name}". Did you mean "${nearest}"?`
      : `There is no command "${name}". Use ${or(known)}.`,
  'command-missing': ({ known }) => `No command was given. Use ${or(known)}.`,
  'flag-unknown': ({ flag, command, nearest, flags }) =>
    nearest
      ? `There is no flag ${flag} for "${command}". Did you mean ${nearest}?`
      : `There is no flag ${flag} for "${command}". For all its flags: npx korme ${command} --help${flags}`,
  'flag-value-missing': ({ flag, value }) => `${flag} requires a value, as in: ${flag} ${value}`,
  'flag-value-unknown': ({ flag, value, known, several }) =>
    `${flag} cannot be "${value}". Use ${or(known)}${several ? `, or several of them as in ${several}` : ''}.`,
  'flag-value-repeated': ({ flag, repeated, distinct }) =>
    `${flag} names ${repeated} twice. Name each once, as in: ${flag} ${distinct}`,
  'lang-with-script': ({ flag, value }) =>
    `${flag} cannot be "${value}". Kazakh in Latin letters is: ${flag} kk --script latn`,
  'flag-value-unexpected': ({ flag, value }) => `${flag} takes no value, but got "${value}".`,
  'variable-value-unknown': ({ variable, value, known }) =>
    `${variable} is set to "${value}", which is not a language of messages, so this one is used. Set it to ${or(known)}.`,
  'argument-missing': ({ command, flags }) => `A name is required, as in: npx korme ${command} my-talk${flags}`,
  'argument-unexpected': ({ command, argument, flags }) =>
    `"${command}" does not accept "${argument}". For help: npx korme ${command} --help${flags}`,
  'decks-missing': ({ folder, flags }) => `There is no deck in ${folder}. Start one: npx korme new my-talk${flags}`,
  'root-missing': ({ path }) => `${path} is not a folder. Name the folder of the project after --root.`,
  'output-twice': ({ output, decks }) =>
    `${and(decks)} would be written to the same file, ${output}. Rename one of them, or build them into different folders with -o.`,
  'deck-unnamed': ({ suggested }) => `Choose a deck: ${suggested}`,
  'deck-unfit': ({ deck, command }) => `${deck} has errors, so it cannot be shown. Fix it first: ${command}`,
  'talk-missing': ({ deck, command }) =>
    `There is no interrupted talk of ${deck} to go on with: Ctrl-C ends a talk for good. Begin a new one: ${command}`,
  'talk-outdated': ({ deck, hours, command }) =>
    `The talk of ${deck} was interrupted more than ${hours} hours ago, so it is over and its links are no longer valid. Begin a new one: ${command}`,
  'talk-running': ({ deck, port }) =>
    `The talk of ${deck} was not interrupted: it is running on port ${port}. Go on there, or stop it first.`,
  'talk-unreadable': ({ path, command }) =>
    `The interrupted talk cannot be resumed: ${path} is damaged, or another version of Korme wrote it. Delete the file and begin a new talk: ${command}`,
  'talk-unsafe': ({ path, command }) =>
    `The interrupted talk was not resumed: ${path} belongs to somebody else, or others may read it, so its secrets are not safe. Delete the file and begin a new talk: ${command}`,
  'deck-name-unfit': ({ name }) =>
    `"${name}" is not a valid deck name. Use letters, digits, spaces, "-" and "_", as in my-talk, without a folder or a leading dot.`,
  'deck-exists': ({ path }) => `${path} already exists and was left unchanged. Choose another name.`,
  'range-unreadable': ({ value }) =>
    `--range cannot be "${value}". Write slide numbers and ranges separated by commas, as in 2-5,9.`,
  'loop-unreadable': ({ value }) =>
    `--loop cannot be "${value}". Write the seconds for each slide, from 1 to 3600, as in --loop 10.`,
  'port-unreadable': ({ value }) => `--port cannot be "${value}". Write a number from 1 to 65535, as in --port 8080.`,
  'bilingual-same': ({ lang, deck, others }) =>
    `The slides of ${deck} are printed in ${languageName(lang, 'en')} already, so --bilingual ${lang} would only repeat them. ${
      others.length > 0 ? `Use ${or(others)} after --bilingual.` : 'The deck has no text in another language.'
    }`,
  'bilingual-missing': ({ lang, deck, others }) =>
    `${deck} has no ${languageName(lang, 'en')} text to print with its slides. Add "${lang}" to its texts${
      others.length > 0 ? `, or use ${or(others)} after --bilingual` : ''
    }.`,
  'range-outside': ({ part, deck, slides: n }) =>
    `--range contains ${part}, but ${deck} has ${slides(n)}. Choose numbers up to ${n}.`,
}
