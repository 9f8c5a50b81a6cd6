import type { MachineFault } from '../../model/errors.ts'
import type { MessagesOf } from '../messages.ts'
import { cli } from './cli.ts'

/** What the system's own error codes mean for people; any other reason is shown as it came. */
const reasons: Record<string, string> = {
  EACCES: 'you have no permission for it',
  EPERM: 'you have no permission for it',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  ENOTDIR: 'a file stands where a folder should be',
  EISDIR: 'a folder stands where a file should be',
  EEXIST: 'a file of that name stands in the way',
  ENOENT: 'the folder is missing',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links run in a circle',
  EBUSY: 'another program is using it',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports a fault',
}
const because = (reason: string) => reasons[/\bE[A-Z]{2,}\b/.exec(reason)?.[0] ?? ''] ?? reason.replace(/[.\s]+$/, '')

/** One sentence for everything a machine can lack. */
export const machine: MessagesOf<MachineFault> = {
  'file-missing': ({ path }) => `There is no file ${path}. Check its name and folder.`,
  'file-unreadable': ({ path, reason }) => `${path} cannot be read: ${because(reason)}.`,
  'file-is-folder': ({ path }) => `${path} is a folder. Name a deck file in it.`,
  'file-link-outside': ({ path }) =>
    `${path} is a link to a file outside the project, so it is not read. Copy the file here, or name the file itself.`,
  'file-not-regular': ({ path }) => `${path} is not an ordinary file (a pipe or a device), so it is not read.`,
  'file-too-large': ({ path, sizeBytes, limitBytes }) =>
    `${path} has ${cli.size(sizeBytes)}, and a deck may have ${cli.size(limitBytes)}. Is it really a deck?`,
  'output-unwritable': ({ path, reason }) =>
    `${path} cannot be written: ${because(reason)}. What was there before is unchanged.`,
  'browser-missing': () =>
    'No browser was found. Install Chrome, Chromium or Edge, or name one in the variable CHROME_PATH.',
  'browser-path-missing': ({ path, from }) =>
    `${from} names the browser ${path}, but there is no such file. Correct the path.`,
  'browser-not-executable': ({ path }) =>
    `${path} is not a browser that can be started. Correct the flag or the variable that names it.`,
  'browser-failed': ({ path, reason }) => `The browser ${path} did not start: ${because(reason)}.`,
  'browser-no-sandbox': ({ path }) =>
    `The browser ${path} has no sandbox on this machine. In a container you trust, run Korme with --no-sandbox.`,
  'browser-silent': ({ path, seconds }) =>
    `The browser ${path} gave no answer for ${seconds} s and was ended. Try again, or name another browser.`,
  'browser-cache-unsafe': ({ path }) =>
    `The folder ${path} belongs to someone else or is open to others, so no browser is started from it. Delete it, and Korme makes it anew.`,
  'browser-unpack-failed': ({ path, reason }) =>
    `The browser that comes with Korme could not be unpacked into ${path}: ${because(reason)}.`,
  'port-taken': ({ port, last }) =>
    port === last
      ? `Port ${port} is taken by another program. Choose another, as in --port ${port + 1}, or end that program.`
      : `All ports from ${port} to ${last} are taken by other programs. Choose one yourself, as in --port 8080.`,
  'port-forbidden': ({ port }) =>
    `This account may not listen on port ${port}. Choose one above 1024, as in --port 4321.`,
  'port-unusable': ({ port, reason }) => `Port ${port} cannot be used: ${because(reason)}.`,
  'watch-failed': ({ path, reason }) =>
    `Changes in ${path} are not noticed: ${because(reason)}. Close other programs that watch many files, and start again.`,
  'print-failed': ({ path, reason }) =>
    `The browser ${path} could not print the PDF, twice: ${because(reason)}. Try again, or name another browser with --browser.`,
  'browser-unsandboxed': ({ path, asked }) =>
    asked
      ? `The browser ${path} runs without its sandbox, as --no-sandbox asks. Do so only with decks you trust.`
      : `The browser ${path} runs without its sandbox, because Korme was started by root. Use an ordinary account where you can.`,
}
