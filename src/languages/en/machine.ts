import type { MachineFault } from '../../model/errors.ts'
import type { JobsFault } from '../../model/jobs-faults.ts'
import type { MessagesOf } from '../messages.ts'
import { and, size } from './format.ts'

/** The meanings of system error codes; any other reason is shown unchanged. */
const reasons: Record<string, string> = {
  EACCES: 'you have no permission for it',
  EPERM: 'you have no permission for it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your disk quota is used up',
  ENOTDIR: 'there is a file where a folder is expected',
  EISDIR: 'there is a folder where a file is expected',
  EEXIST: 'a file of that name already exists',
  ENOENT: 'the folder is missing',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its symbolic links form a loop',
  EBUSY: 'another program is using it',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
}
const because = (reason: string) =>
  reasons[/\bE[A-Z]{2,}\b/.exec(reason)?.[0] ?? ''] ?? reason.replace(/(?<![.\s])[.\s]+$/, '')

/** What is missing or fails on a machine, in English. */
export const machine: MessagesOf<Exclude<MachineFault, JobsFault>> = {
  'node-outdated': ({ found, needed }) =>
    `Korme needs Node.js ${needed} or newer, and this is ${found}. Install a newer one from https://nodejs.org.`,
  'file-missing': ({ path }) => `The file ${path} does not exist. Check its name and folder.`,
  'file-unreadable': ({ path, reason }) => `${path} cannot be read: ${because(reason)}.`,
  'file-is-folder': ({ path }) => `${path} is a folder. Choose a deck file in it.`,
  'file-link-outside': ({ path }) =>
    `${path} is a link to a file outside the project, so it was not read. Copy the file here, or pass its real path.`,
  'file-not-regular': ({ path }) => `${path} is not a regular file but a pipe or a device, so it was not read.`,
  'file-too-large': ({ path, sizeBytes, limitBytes }) =>
    `${path} is ${size(sizeBytes)}; the limit for a deck is ${size(limitBytes)}. Is it a deck?`,
  'file-changed': ({ path }) =>
    `${path} was saved by another program each time while it was being repaired, so it was left as it is. Close that program and run the command again.`,
  'file-hard-linked': ({ path, names }) =>
    `${path} was not repaired: the same file has ${names} names (hard links), and the others would keep the old text. Make it a file of its own: copy it, delete the original, and give the copy its name.`,
  'folder-link-outside': ({ path, real }) =>
    `${path} was not repaired: it is reached through a folder that is a link out of the project. To repair it anyway, pass its real path: ${real}`,
  'program-failed': ({ path, reason }) =>
    `A bug in Korme ended the work on ${path}: ${reason}. The other decks are not affected.`,
  'program-crashed': ({ reason }) => `A bug in Korme ended this run: ${reason}`,
  'theme-templates-failed': ({ theme, templates, reason }) =>
    `The templates of the theme "${theme}" (${and(templates)}) cannot be filled: ${reason}. Correct them, or delete these files to use Korme's own.`,
  'output-unwritable': ({ path, reason }) =>
    `${path} cannot be written: ${because(reason)}. The previous version is unchanged.`,
  'browser-missing': () =>
    'No browser was found. Install Chrome, Chromium or Edge, or set CHROME_PATH to the path of one.',
  'browser-path-missing': ({ path, from }) =>
    `${from} points to the browser ${path}, but there is no such file. Correct the path.`,
  'browser-not-executable': ({ path }) =>
    `${path} cannot be executed. Correct the flag or variable that sets the browser.`,
  'browser-failed': ({ path, reason }) => `The browser ${path} did not start: ${because(reason)}.`,
  'browser-no-sandbox': ({ path }) =>
    `The browser ${path} has no sandbox on this machine. In a container you trust, run Korme with --no-sandbox.`,
  'browser-silent': ({ path, seconds }) =>
    `The browser ${path} did not respond for ${seconds} s and was stopped. Try again, or choose another browser.`,
  'browser-cache-unsafe': ({ path }) =>
    `The folder ${path} belongs to another user, or others can write to it, so no browser is started from it. Delete it; Korme will create it again.`,
  'browser-unpack-failed': ({ path, reason, variable }) =>
    `The browser included with Korme could not be unpacked into ${path}: ${because(reason)}. Set ${variable} to a folder with 300 MB of free space.`,
  'temporary-folder-missing': ({ path, reason, variable }) =>
    `No temporary files can be written to ${path}: ${because(reason)}. Set ${variable} to a folder that you can write to.`,
  'port-taken': ({ port, last }) =>
    port === last
      ? `Port ${port} is in use by another program. Choose another, as in --port ${port + 1}, or stop that program.`
      : `All ports from ${port} to ${last} are in use by other programs. Choose another, as in --port 8080.`,
  'port-forbidden': ({ port }) =>
    `This account may not listen on port ${port}. Choose one above 1024, as in --port 4321.`,
  'port-unusable': ({ port, reason }) => `Port ${port} cannot be used: ${because(reason)}.`,
  'watch-failed': ({ path, reason }) =>
    `${path} cannot be watched for changes: ${because(reason)}. Close other programs that watch many files, and start again.`,
  'print-failed': ({ path, reason }) =>
    `The browser ${path} failed to print the PDF twice: ${because(reason)}. Try again, or choose another browser with --browser.`,
  'pdf-undeclared': ({ file, reason }) =>
    `The PDF of ${file} is complete but does not declare PDF/UA and PDF/A, because this browser writes PDFs in a way that Korme does not know (${reason}). For a PDF that declares them, remove --browser or choose another browser.`,
  'browser-unsandboxed': ({ path, asked }) =>
    asked
      ? `The browser ${path} runs without its sandbox because of --no-sandbox. Use this only for decks you trust.`
      : `The browser ${path} runs without its sandbox, because Korme was started by root. Use an ordinary account if you can.`,
}
