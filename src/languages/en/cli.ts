import type { CliMessages } from '../cli-messages.ts'
import { pluralizer } from '../format.ts'
import { and, fixed, size, slides } from './format.ts'
import { help } from './help.ts'
import { relay } from './relay.ts'
import { talkChecks } from './talk-checks.ts'

const pageCount = pluralizer('en', { one: 'page', other: 'pages' })
const places = pluralizer('en', { one: 'place', other: 'places' })
const decks = pluralizer('en', { one: 'deck', other: 'decks' })
const errors = pluralizer('en', { one: 'error', other: 'errors' })
const warnings = pluralizer('en', { one: 'warning', other: 'warnings' })
const hints = pluralizer('en', { one: 'hint', other: 'hints' })
const repairs = pluralizer('en', { one: 'repair', other: 'repairs' })
const hidden = pluralizer('en', { one: 'more finding is not shown', other: 'more findings are not shown' })
const faces = pluralizer('en', { one: 'style', other: 'styles' })
const problems = pluralizer('en', { one: 'problem', other: 'problems' })

/** Counts slides, and pages if there are more of them. */
const slideCount = (n: number, pages = n) => (pages === n ? slides(n) : `${slides(n)}, ${pageCount(pages)}`)

/** The texts of the command line in English. */
export const cli: CliMessages = {
  severity: { error: 'error', warning: 'warning', info: 'hint' },
  slide: (n) => `Slide ${n}`,
  slides: slideCount,
  places,
  alsoInLines: ({ lines, more }) =>
    `Also in ${lines.length === 1 && more === 0 ? 'line' : 'lines'} ${more > 0 ? `${lines.join(', ')} and ${more} more` : and(lines.map(String))}`,
  counts: ({ error, warning, info }) =>
    [error && errors(error), warning && warnings(warning), info && hints(info)].filter(Boolean).join(', ') ||
    'no problems',
  hidden: (n) => `${hidden(n)}. Use --json to print them all.`,
  size,
  duration: (ms) => `${fixed(ms / 1000, 2)} s`,
  crash: 'This is a bug in Korme, not an error in your deck. Please report it with the lines below.',

  check: {
    fixable: ({ repairs: n, files, command }) =>
      `Korme can make ${repairs(n)} in ${files.length === 1 ? files[0] : `${files.length} files`}: ${command}`,
    fixed: ({ file, repairs: n, copy }) => `${file}: ${repairs(n)} made. The original was saved as ${copy}.`,
    edit: ({ line, column, before, after }) =>
      before === ''
        ? `line ${line}, column ${column}: “${after}” added`
        : after === ''
          ? `line ${line}, column ${column}: “${before}” removed`
          : `line ${line}, column ${column}: “${before}” replaced by “${after}”`,
    recoded: 'the file is now UTF-8 without a byte order mark',
    nothingToFix: (file) => `${file}: nothing to repair; the file is unchanged.`,
    fixRefused: (file) =>
      `${file}: nothing was changed, because Korme would have to guess. First correct the errors above by hand.`,
    total: ({ good, all, failed }) => `${good} of ${all} without errors; with errors: ${and(failed)}`,
    translations: {
      title: (file) => `${file}: slides that are not written in all languages of the deck`,
      complete: ({ file, langs }) =>
        `${file}: every slide is written in all languages of the deck (${langs.join(', ')}).`,
      deck: 'Deck',
      slides: ({ from, to }) => `Slides ${from}–${to}`,
      more: (n) => `and ${n} more`,
      legend: '✓ all texts are there · 2/5 two texts of five · – none. A missing text is shown in another language.',
    },
  },
  build: {
    notesInside: ({ files, command }) =>
      files.length === 1
        ? `Whoever gets ${files[0]} also gets the speaker notes. To leave them out: ${command}`
        : `Whoever gets these files also gets the speaker notes. To leave them out: ${command}`,
    total: ({ good, all, failed }) => `${good} of ${all} built; failed: ${and(failed)}`,
    progress: ({ done, all, deck }) => `Building ${deck} (${done} of ${all})`,
    timeLeft: (seconds) => (seconds < 60 ? `about ${seconds} s left` : `about ${Math.round(seconds / 60)} min left`),
    doneSoFar: ({ done, all, left }) => `${done} of ${all} documents done${left === null ? '' : `, ${left}`}`,
    outage: ({ server, seconds }) => `${server} does not answer. Waiting for it for up to ${seconds} s …`,
    backAgain: 'It answers again.',
    noWorkers: (server) =>
      `No worker takes jobs from ${server}, so nothing is made yet. Start one on any machine that sees the folder: npx korme worker --jobs ${server}`,
    withdrawn: (n) => `Stopped. Jobs withdrawn from the queue: ${n}; those already begun are finished by the workers.`,
    slides: ({ done, all, deck }) => `Laying out ${deck}: slide ${done} of ${all}`,
    pages: ({ done, all, deck }) => `Printing ${deck}: ${done} of ${all} pages`,
    failed: 'not built',
    unchanged: 'unchanged',
    open: (files) =>
      files === 1 ? 'To open it, double-click the file or go to:' : 'To open them, double-click the files in:',
    more: (command) => `For details: ${command}`,
  },
  serve: {
    watching: ({ decks: n, folder }) => (folder === null ? `Watching ${decks(n)}` : `Watching ${folder} (${decks(n)})`),
    moved: ({ port }) => `Port 4321 is in use by another program; using port ${port} instead.`,
    opened: 'Anyone on your network can now see all decks and speaker notes at:',
    waiting: 'No network yet, so no other device can connect. The addresses appear here as soon as there is one.',
    noLoop:
      '--loop has no effect with --edit: whoever edits a slide needs it to stay. To show the slides by themselves, run serve without --edit.',
    editing: (copies) =>
      `Editing is on: what you change in the browser is saved into the deck’s file at once. Before its first change, a copy of the file is kept in ${copies}.`,
    pin: 'To edit on another device, open its address there and enter the PIN:',
    hint: 'Open pages update when you save a deck, a picture or a theme. Press Ctrl-C to stop.',
    ended: 'Stopped.',
  },
  present: {
    title: ({ deck, slides: n, pages }) => `Presenting ${deck}, ${slideCount(n, pages)}`,
    speaker: 'Speaker',
    remote: 'Remote control',
    audience: 'Audience',
    opened:
      'Anyone on your network with one of these links can connect. Share only the audience link: it never shows the notes.',
    closed: (command) => `Only this machine can connect. To connect phones: ${command}`,
    noLoop: 'The deck has a "loop", which does not count in a talk: you change the slides.',
    same: (network) => `Phones must be in the same network (Wi-Fi) as this computer: ${network}.`,
    typed: 'or type in a browser:',
    waiting:
      'No network yet, so phones cannot connect. Connect this computer to a Wi-Fi or a cable: the codes appear here by themselves.',
    lost: 'The network is gone, and phones cannot connect. New codes appear here as soon as there is one again.',
    changed: 'The network has changed. Phones connect with these codes now:',
    remoteOnly: {
      closed: (command) => `No remote control can connect. To connect a phone as one: ${command}`,
      same: (network) =>
        `The phone that is the remote control must be in the same network (Wi-Fi) as this computer: ${network}.`,
      waiting:
        'This computer is in no network yet, so no remote control can connect. Connect it to a Wi-Fi or a cable: the code appears here by itself.',
      lost: 'The network is gone, and no remote control can connect. A new code appears here as soon as there is one again.',
      changed: 'The network has changed. The remote control connects with this code now:',
    },
    others:
      'Other networks of this computer; choose one in the dialog “Audience and remote control” or with --network:',
    absent: (network) => `The network ${network} is not there yet. Its codes appear here once it is.`,
    hint: 'The remote control asks for the PIN shown on the speaker page.',
    stop: 'Press Ctrl-C to stop.',
    ended: 'Stopped.',
    interrupted: (command) => `The talk was interrupted. To go on with the same links: ${command}`,
    resumed: (time) =>
      `The talk that was interrupted at ${time} goes on: links, PIN, slide and time are those it had. Pages that are still open connect again by themselves.`,
    resumable: ({ time, command }) =>
      `A talk of this deck was interrupted at ${time}; this is a new one, with other links. To go on with that one instead, stop this one and run: ${command}`,
  },
  new: {
    written: (file, n) => `${file} is ready, with ${slides(n)} to start from.`,
    next: 'Next steps:',
    edit: (file) =>
      `Open ${file} in any text editor and replace the sample texts with your own. VS Code explains the fields as you type; Ctrl+Space lists them.`,
    settingsKept: (file) =>
      `${file} was there before and stays as it is. VS Code explains this deck all the same, since its "$schema" line says how.`,
    preview: (command) => `See it in the browser while you write: ${command}`,
    check: (command) => `List every mistake: ${command}`,
    build: (command) => `Make the file to hand on: ${command}`,
  },
  themes: {
    choose: ({ field, command }) => `Set the theme in the deck, ${field}, or for a single build: ${command}`,
    broken: 'has errors, see below',
  },
  doctor: {
    label: { node: 'Node.js', browser: 'Browser', fonts: 'Fonts', output: 'Output', decks: 'Decks' },
    browser: ({ name, version }) => `${name} ${version}`.trim(),
    fonts: ({ families, faces: n }) => `${and(families)}, ${faces(n)}`,
    fontsMissing: (path) => `${path} cannot be read. Reinstall Korme.`,
    output: ({ folder, free }) =>
      free === null ? `${folder} is writable` : `${folder} is writable, ${size(free)} free`,
    outputFull: ({ folder, free }) => `${folder} has only ${size(free)} free. Delete files you no longer need.`,
    decks: ({ folder, decks: n }) => `${decks(n)} in ${folder}`,
    decksNone: ({ folder, command }) => `no decks in ${folder} yet. Start one: ${command}`,
    ready: 'Everything Korme needs is installed.',
    lacking: (n) => `${problems(n)} found; see the marked lines above.`,
    talk: talkChecks,
  },
  worker: {
    ready: ({ server, store, atOnce }) =>
      `Taking jobs from ${server}, ${atOnce} at a time. Decks and documents are in ${store}.`,
    hint: 'To stop: Ctrl-C or SIGTERM. What has been begun is finished or goes back to the queue.',
    done: ({ deck, kind, ms }) => `${deck}: ${kind}, ${fixed(ms / 1000, 2)} s`,
    returned: (deck) => `${deck}: the job went back to the queue.`,
    paused: (seconds) => `This worker takes no jobs for ${seconds} s, so that others get them.`,
    stopping: 'Stopping: taking no more jobs.',
    ended: 'Stopped.',
    row: ({ done, failed, sinceMs }) =>
      `${done} done${failed > 0 ? `, ${failed} failed` : ''}, running for ${Math.round(sinceMs / 60_000)} min`,
    idle: 'idle',
  },
  jobs: {
    waiting: (n) => `Waiting: ${n}`,
    running: (n) => `Running: ${n}`,
    failed: (n) => `Failed: ${n}`,
    workers: (n) => `Workers: ${n}`,
    retried: (n) => `Failed jobs back in the queue: ${n}`,
    retry: (command) => `To try the failed ones again: ${command}`,
    more: (n) => `and ${n} more`,
  },
  relay,
  help,
}
