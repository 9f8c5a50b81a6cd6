import type { CliMessages } from '../cli-messages.ts'
import { pluralizer } from '../format.ts'
import { and, fixed, size, slides } from './format.ts'
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
    withdrawn: (n) => `Stopped. Jobs withdrawn from the queue: ${n}; those already begun are finished by the workers.`,
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
    others:
      'Other networks of this computer; choose one in the dialog “Audience and remote control” or with --network:',
    absent: (network) => `The network ${network} is not there yet. Its codes appear here once it is.`,
    hint: 'The remote control asks for the PIN shown on the speaker page. Press Ctrl-C to stop.',
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
  help: {
    tagline: 'Korme turns decks written in JSON into slides that open in any browser.',
    usage: 'Usage',
    commands: 'Commands',
    flags: 'Flags',
    flagGroups: {
      deck: 'Deck and project',
      strict: 'What counts as an error',
      browser: 'Browser',
      jobs: 'Other machines',
      output: 'Messages',
    },
    examples: 'Examples',
    deck: 'DECK',
    file: 'FILE',
    folder: 'FOLDER',
    name: 'NAME',
    command: 'COMMAND',
    exitCodes: 'Exit codes',
    exitCode: {
      0: 'success',
      1: 'a deck has errors',
      2: 'wrong usage, or a file that is not there or must not be changed',
      3: 'something is missing on this machine',
      70: 'a bug in Korme',
      130: 'stopped with Ctrl-C',
    },
    more: (command) => `Help for one command: ${command}`,
    summary: {
      present: 'Present a deck, with a phone as remote control and an audience that follows',
      edit: 'Change decks in the browser, without a text editor',
      serve: 'Show decks in the browser while you edit them',
      build: 'Build decks into slides for the browser',
      pdf: 'Build decks into PDFs, one slide per page',
      handout: 'Build decks into handouts, several slides per sheet',
      check: 'Check decks and list every problem',
      new: 'Start a new deck with three slides',
      themes: 'List the available themes',
      doctor: 'Check this machine for missing requirements',
      worker: 'Make documents for other machines, as one of several workers',
      jobs: 'Show which jobs are waiting, running or failed; retry them',
      help: 'Show help for Korme or for one command',
    },
    about: {
      present:
        'Presents a deck. The speaker page opens on this machine; S opens the speaker view. With --host, a phone can be the remote control (it asks for the PIN shown on the speaker page), and the audience can follow on their own screens: they see slides, drawings and the laser pointer, never the notes. If the deck is saved with errors during the talk, the last good version stays on screen. Without DECK, the only deck in decks/ is presented.',
      edit: 'Opens a deck in the browser to be changed there: texts where they stand on the slide, pictures, tables, the order of slides. Without DECK, it opens the list of decks. Each change is saved into the deck’s file at once, and only what you changed is different in it; before the first change, a copy of the file is kept in copies/. The same as korme serve --edit --open. Only this machine can connect; with --host, other devices can, too, and edit after entering the PIN.',
      serve:
        'Watches the decks in decks/, or the given decks, and shows them in the browser. When you save a deck, a picture, a video or a theme, the open page updates at once and stays on the same slide. If a file has errors, the last good version stays on screen and the page lists the errors. Only this machine can connect, unless --host is given.',
      build:
        'Builds each deck into one HTML file in dist/ that opens with a double-click, offline. If a deck names several languages in "langs", the file holds all of them, and K switches between them; --lang kk,ru takes only these. Small errors are repaired and reported; a deck with other errors is not built. The file holds the speaker notes too, unless --no-notes is given. With --pdf or --handout, PDFs are written too; if they cannot be made, the HTML is still written, and the exit code is 3. Without DECK, every deck in decks/ is built.',
      pdf: 'Builds each deck into dist/NAME.pdf: one slide per page, the same slides as in the browser, with text that can be searched and read aloud. With --notes it is NAME.notes.pdf, with --range 3-7 NAME.3-7.pdf, so that the ordinary PDF stays. This needs Chrome, Chromium or Edge; on Linux, one is included with Korme. If no browser is found or it fails, no PDF is written, and the exit code is 3. Without DECK, every deck in decks/ is built.',
      handout:
        'Builds each deck into dist/NAME.handout.pdf, to print and hand out: several slides per sheet on white paper, with a margin for hole punching. Without --per-page, it fits as many slides per sheet as stay legible, up to 6, or up to 3 with --notes or --lines. With 3 per sheet, there are ruled lines for notes next to each slide. With --notes it is NAME.notes.handout.pdf, with --lines NAME.lines.handout.pdf, with --range 3-7 NAME.3-7.handout.pdf, with --bilingual ru NAME.with-ru.handout.pdf, so that the ordinary handout stays. This needs a browser, as korme pdf does. Without DECK, every deck in decks/ is built.',
      check:
        'Lists every problem in one run, with its location in the file, the slide, and a fix; of a deck in several languages, also the slides that lack one. The deck is never changed, unless --fix is given. Without DECK, every deck in decks/ is checked.',
      new: 'Writes decks/NAME.json with three slides to start from, or with --sample the slides of a report, a training, a contest or a programme; in a new project, also creates static/img/ for pictures and .vscode/settings.json for VS Code. An existing deck is never overwritten.',
      themes:
        'Lists the themes of the project and those included with Korme: name, aspect ratios and colours. If a theme of the project has errors, they are listed too.',
      doctor:
        'Checks Node.js, the browser for PDFs, the fonts, the output folder and the decks, and reports what is missing. With --talk, it checks a deck and this machine before a talk: pictures, videos, fonts, the size of texts, planned time, notes, what needs the internet, the network that phones use, the port. Exit code 1 says that something in the deck has to be mended, 3 that something on the machine has to.',
      worker:
        'Takes jobs from a queue in Redis and makes the documents that korme build, pdf and handout ask for with --jobs. Start it on any number of machines that see the same folder of decks (--store, by default the current folder). Ctrl-C or SIGTERM stops it: what it has begun is finished, or goes back to the queue after 8 s. With --status, it lists all workers instead; the exit code is 0 if one of them runs on this machine, 3 if not. The password of Redis comes from KORME_REDIS_PASSWORD. Needs the packages bullmq and ioredis, and a browser as for korme pdf.',
      jobs: 'Shows the queue of the workers: how many jobs are waiting, which are running, and which have failed and why. --retry puts the failed ones back into the queue: all, or those of the given decks.',
      help: 'Shows all commands of Korme, or the help of one command.',
    },
    pageLang: 'Language of the slides; several as kk,ru, or all: K switches between them',
    newLang: 'Language of the new deck; all: in three languages',
    flag: {
      bilingual: 'Each slide with its words in this language, beside or below it',
      browser: 'Path of the browser to use instead of the first one found',
      aspect: 'Aspect ratio, instead of the one set in the deck',
      'at-once': 'Jobs at a time. Default: as many as cores and memory allow',
      edit: 'Let the pages change the decks and add pictures',
      duplex: 'Print on both sides: the wide margin for the hole punch changes sides',
      fix: 'Write the repairs into the deck; keeps the original as .bak',
      handout: 'Also write a printable handout for each HTML file',
      help: 'Show this help',
      host: 'Allow access from the local network',
      ink: 'On paper, save: white backgrounds and dark text; full: slides as on screen. Default: save in handouts, full when the built page is printed from a browser',
      jobs: 'Hand the work to the workers at this Redis server (see korme help worker)',
      json: 'Print all findings as one JSON object',
      lang: 'Language of the slides; several as kk,ru; all: a file in each language',
      lines: 'Add ruled lines for notes',
      loop: 'Show the slides by themselves, over and over: seconds for each, longer where there is more to read',
      'max-waiting': 'With --jobs: do not start if more jobs than this are waiting. Default: 10000',
      messages: 'Language of help and messages',
      network: 'With several networks: the one whose addresses phones get, by name or address',
      'no-footer': 'Leave out the page numbers',
      'no-header': 'Leave out title, event, date and logo above the slides',
      'no-notes': 'Leave the speaker notes out of the built file',
      'no-sandbox': 'Run the browser without its sandbox; only in a container you trust',
      notes: 'Also print the speaker notes: below each slide on A4; in a handout, next to or below it',
      open: 'Open the browser',
      out: 'Output folder. Default: dist',
      paper: 'Paper size. Default: a4',
      pdf: 'Also write a PDF for each HTML file',
      'per-page': 'Slides per sheet',
      port: 'Port to listen on. Default: 4321, or the next free port',
      quiet: 'Print errors only',
      range: 'Only these slides, by their numbers in the deck, including their continuation pages',
      resume: 'Go on with an interrupted talk: the same links, PIN, slide and time',
      retry: 'Put failed jobs back into the queue',
      root: 'Project folder; nothing outside it is read',
      sample:
        'Slides to start from, instead of three: a report (figures, tables, a chart, people), a training, a contest, the programme of an event, or only a cover (empty)',
      script: 'latn: Kazakh in Latin letters, put in automatically',
      status: 'List the workers and stop; exit code 3 if none runs on this machine',
      store: 'With --jobs: folder with all decks, seen by all machines. Default: the current folder',
      strict: 'Treat warnings as errors',
      'strict-fit': 'Fail if text overflows to a continuation slide',
      talk: 'Check this deck and this machine before a talk',
      theme: 'Theme, instead of the one set in the deck',
      version: 'Print the version of Korme',
    },
  },
}
