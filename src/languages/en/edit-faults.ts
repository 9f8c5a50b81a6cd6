import type { EditFault } from '../../model/problems/edit.ts'
import type { MessagesOf } from '../messages.ts'
import { size } from './format.ts'

/** Why an edit was refused, in English. */
export const editFaults: MessagesOf<EditFault> = {
  'edit-forbidden': () =>
    'This page may not edit, because it was not opened with the address of this start. Open the address that Korme printed when it was last started.',
  'edit-pin-wrong': ({ waitSeconds }) => `This PIN is wrong. You can try again in ${waitSeconds} s.`,
  'edit-pin-closed': () =>
    'The PIN is not accepted any more, because it was wrong too often. Start Korme again; it then prints a new PIN.',
  'edit-outside-project': ({ file }) =>
    `${file} lies outside the project, or a link leads there, so it is not written. Put the file itself into the project’s folder.`,
  'edit-deck-unknown': () => 'There is no such deck here any more. Open it again from the list.',
  'edit-file-gone': ({ file }) =>
    `${file} was deleted, moved or renamed while it was open here, so nothing was saved. Put it back, and save again.`,
  'edit-conflict': ({ file }) =>
    `Somebody else has changed the same text in ${file} meanwhile, so nothing was saved yet. Compare both texts and choose one.`,
  'edit-outdated': ({ file }) =>
    `${file} has changed too much since this page last read it, so nothing was saved. Reload the page and make the change again.`,
  'edit-converts': ({ file, encoding }) =>
    encoding === null
      ? `The letters of ${file} were once misread and saved so; Korme shows what was meant. If you change it here, the right letters are written; a copy of the present file is kept. May they be?`
      : `${file} is in the encoding ${encoding}. If you change it here, it becomes UTF-8; a copy of the present file is kept. May it?`,
  'edit-too-large': ({ limitBytes }) => `That is too large: at most ${size(limitBytes)} can be saved at once.`,
  'edit-type-unfit': ({ expected }) =>
    `The page sent data of a wrong kind instead of ${expected}, so nothing was saved.`,
  'edit-request-wrong': () =>
    'The server did not understand what the page sent, so nothing was saved. Reload the page and try again.',
  'edit-picture-broken': ({ file }) =>
    `The picture “${file}” is damaged or incomplete, so it was not added. Copy or export it again.`,
  'edit-film-unfit': ({ file, command }) =>
    command === null
      ? `“${file}” is not a video that browsers play, or it is damaged, so it was not added. Save the video as MP4 (H.264), and choose it again.`
      : `Browsers do not play “${file}”, so it was not added. This command makes a video that they play: ${command}`,
  'edit-text-unreadable': ({ file }) =>
    `${file} cannot be read as text, so it cannot be edited here. Open it in a text editor and save it as UTF-8.`,
  'edit-impossible': ({ cause }) =>
    cause === 'faults'
      ? 'This cannot be changed here, because the file has faults at this place. Repair what the findings name, then it can be edited.'
      : cause === 'place'
        ? 'What you wanted to change is not in the file any more, so nothing was saved.'
        : cause === 'languages'
          ? 'Nothing was saved: in the file, the languages stand around this part (“kk”: { … }, “ru”: { … }), so a new field belongs into each of them. Open the text of the file (the button </>), and add it there.'
          : cause === 'limit'
            ? 'Nothing was saved: with this change, the deck would hold more than Korme reads. Shorten the text, or spread it over several slides.'
            : 'The file cannot be changed in this way, so nothing was saved.',
  'edit-read-only': ({ file }) =>
    `${file} or its folder can only be read, so nothing was saved. Allow changes to it, and save again.`,
  'edit-hard-linked': ({ file, names }) =>
    `Nothing was saved, because ${file} has ${names} names (hard links), and the others would keep the old text. Make it a file of its own: copy it, delete the original and give the copy its name.`,
  'edit-unwritable': ({ file, reason }) =>
    `${file} could not be saved, the system reports ${reason}. It is as it was; save again in a moment.`,
  'edit-disk-full': ({ file }) =>
    `There is no space left on the disk, so ${file} was not saved and is as it was. Make room, and save again.`,
  'edit-file-busy': ({ file }) =>
    `Another program saves ${file} again and again, so nothing was saved here. Close that program, and save again.`,
  'edit-name-taken': ({ name, file, free }) =>
    `The name “${name}” is taken: ${file} lies there already. “${free}” is free.`,
  'edit-name-unfit': ({ name }) =>
    `${name === '' ? 'An empty name' : `“${name}”`} cannot be the name of a file. Use letters, digits, spaces, hyphens and dots, and begin with a letter or a digit.`,
  'edit-deck-unfit': ({ file }) =>
    `No document can be made of ${file}, because it has errors. Repair what the findings name.`,
  'edit-failed': () =>
    'Nothing was saved, because of an error in Korme itself. Details are in the window where it runs.',
}
