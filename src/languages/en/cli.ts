import type { CliMessages } from '../cli-messages.ts'
import { listFormatter, pluralizer } from '../format.ts'

const slides = pluralizer('en', { one: 'slide', other: 'slides' })
const places = pluralizer('en', { one: 'place', other: 'places' })
const decks = pluralizer('en', { one: 'deck', other: 'decks' })
const errors = pluralizer('en', { one: 'error', other: 'errors' })
const warnings = pluralizer('en', { one: 'warning', other: 'warnings' })
const infos = pluralizer('en', { one: 'info', other: 'infos' })
const repairs = pluralizer('en', { one: 'repair', other: 'repairs' })
const hidden = pluralizer('en', { one: 'more finding is not shown', other: 'more findings are not shown' })
const faces = pluralizer('en', { one: 'style', other: 'styles' })
const lacks = pluralizer('en', { one: 'thing is', other: 'things are' })
const list = listFormatter('en', 'conjunction')

const size = (bytes: number) =>
  bytes < 999_500
    ? `${Math.ceil(bytes / 1000)} kB`
    : bytes < 1e9
      ? `${(bytes / 1e6).toFixed(1)} MB`
      : `${(bytes / 1e9).toFixed(1)} GB`

export const cli: CliMessages = {
  severity: { error: 'error', warning: 'warning', info: 'info' },
  slide: (n) => `Slide ${n}`,
  slides,
  places,
  counts: ({ error, warning, info }) =>
    [error && errors(error), warning && warnings(warning), info && infos(info)].filter(Boolean).join(', ') ||
    'nothing found',
  hidden: (n) => `${hidden(n)}. --json prints all of them.`,
  size,
  duration: (ms) => `${(ms / 1000).toFixed(2)} s`,
  crash: 'This is a mistake in Korme itself, not in your deck. Please report it with the lines below.',

  check: {
    fixable: ({ repairs: n, command }) => `Korme can write ${repairs(n)} into the file: ${command}`,
    fixed: ({ file, repairs: n, copy }) => `${file}: ${repairs(n)} written. The file as it was is kept as ${copy}.`,
    edit: ({ line, column, before, after }) =>
      before === ''
        ? `line ${line}, column ${column}: “${after}” added`
        : after === ''
          ? `line ${line}, column ${column}: “${before}” removed`
          : `line ${line}, column ${column}: “${before}” became “${after}”`,
    recoded: 'the file is now UTF-8 without a byte order mark',
    nothingToFix: (file) => `${file}: there is nothing to repair, the file stays as it is.`,
    fixRefused: (file) =>
      `${file}: nothing was written, because Korme would have to guess. Correct the errors above by hand first.`,
  },
  build: {
    progress: ({ done, all, deck }) => `Building ${deck} (${done} of ${all})`,
    failed: 'not built',
    open: ({ files, address }) =>
      files === 1
        ? `To open it, double-click the file or go to ${address}`
        : `To open them, double-click the files in ${address}`,
    more: (command) => `Places and advice for every finding: ${command}`,
  },
  serve: {
    watching: ({ decks: n, folder }) => (folder === null ? `Watching ${decks(n)}` : `Watching ${folder} (${decks(n)})`),
    moved: ({ port }) => `Port 4321 is taken by another program, so the port is ${port}.`,
    opened: 'Whoever is in your network can now see all decks, with their speaker notes, at these addresses:',
    hint: 'Save a deck, a picture or a theme, and the open pages follow. Ctrl-C ends this.',
    ended: 'Ended.',
  },
  present: {
    title: ({ deck, slides: n }) => `Presenting ${deck}, ${slides(n)}`,
    speaker: 'Speaker',
    remote: 'Remote control',
    audience: 'Audience',
    opened:
      'Whoever is in your network and has an address below can connect. Give away the audience’s one only: it never gets the notes.',
    closed: (command) => `Only this machine can connect. To let phones in: ${command}`,
    hint: 'The remote control asks for a PIN, which stands on the speaker’s page. Ctrl-C ends this.',
    ended: 'Ended.',
  },
  new: {
    written: (file) => `${file} is ready: three slides to start from.`,
    next: 'What to do next:',
    edit: (file) => `Open ${file} in any text editor and write your own texts over the examples.`,
  },
  themes: {
    choose: ({ field, command }) => `Choose one in the deck, ${field}, or for one build: ${command}`,
    broken: 'has mistakes, see below',
  },
  doctor: {
    label: { node: 'Node.js', browser: 'Browser', fonts: 'Fonts', output: 'Output', decks: 'Decks' },
    nodeOld: ({ version, needed }) => `${version} is too old. Install Node.js ${needed} or newer from nodejs.org.`,
    browser: ({ name, version }) => `${name} ${version}`.trim(),
    fonts: ({ families, faces: n }) => `${list(families)}, ${faces(n)}`,
    fontsMissing: (path) => `${path} cannot be read. Install Korme again.`,
    output: ({ folder, free }) =>
      free === null ? `${folder} can be written` : `${folder} can be written, ${size(free)} free`,
    outputFull: ({ folder, free }) => `${folder} has only ${size(free)} free. Delete files you no longer need.`,
    decks: ({ folder, decks: n }) => `${decks(n)} in ${folder}`,
    decksNone: ({ folder, command }) => `none in ${folder} yet. Start one: ${command}`,
    ready: 'This machine has all that Korme needs.',
    lacking: (n) => `${lacks(n)} missing: see the lines marked above.`,
  },
  help: {
    tagline: 'Korme turns decks written as JSON into slides that open in any browser.',
    usage: 'Usage',
    commands: 'Commands',
    flags: 'Flags',
    examples: 'Examples',
    deck: 'DECK',
    file: 'FILE',
    folder: 'FOLDER',
    name: 'NAME',
    command: 'COMMAND',
    exitCodes: 'Exit code: 0 done, 1 a deck has errors, 2 wrong usage, 3 the machine lacks something.',
    more: (command) => `More about a command: ${command}`,
    summary: {
      present: 'Present a deck, with a phone as remote control and an audience that follows',
      serve: 'Show decks in the browser while you edit them',
      build: 'Build decks into slides for the browser',
      pdf: 'Build decks into PDFs, one page a slide',
      handout: 'Build decks into handouts, several slides to a sheet',
      check: 'Show every mistake in decks: where it is and what to do',
      new: 'Start a new deck with three slides',
      themes: 'List the themes that decks can choose',
      doctor: 'Tell whether this machine has all that Korme needs',
      help: 'Show help, also for one command',
    },
    about: {
      present:
        'Shows a deck to present it: the page of the speaker opens on this machine, S opens the speaker view. With --host, a phone can be the remote control (it asks for the PIN on the speaker’s page), and an audience can follow on its own screens; it sees slides, drawings and the laser pointer, never the notes. A deck that is saved with errors while it is presented stays as it was. Without DECK, the only deck in decks/ is presented.',
      serve:
        'Watches the decks in decks/, or those named, and shows them in the browser: whatever you save (a deck, a picture, a video, a theme) is seen in the open page at once, on the slide you are on. A file that cannot be shown leaves the slides as they were, and the page says what is wrong and where. Only this machine can connect, unless --host is given.',
      build:
        'Builds each deck into one HTML file in dist/ that opens by double click and needs no network. Small mistakes are repaired on the way and reported; a deck with errors is not built. Without DECK, every deck in decks/ is built. With --pdf or --handout, PDFs are written beside it; where they cannot be made, the HTML is written all the same, and the exit code is 3.',
      pdf: 'Builds each deck into dist/NAME.pdf: one page a slide, the same slides as in the browser, with text that can be searched and read aloud. It needs Chrome, Chromium or Edge; on Linux one comes with Korme. Where no browser is found or it fails, no PDF is written and the exit code is 3. Without DECK, every deck in decks/ is built.',
      handout:
        'Builds each deck into dist/NAME.handout.pdf, to print and give away: several slides to a sheet, on white paper, with room for a punch at the left. Without --per-page, a sheet takes as many slides as can still be read, up to 6, or up to 3 with --notes or --lines. 3 to a sheet have lines to write on beside them. It needs a browser, as korme pdf does. Without DECK, every deck in decks/ is built.',
      check:
        'Shows every mistake in one run, with the place in the file, the slide, and what to do. The deck is only read, unless --fix is given. Without DECK, every deck in decks/ is checked.',
      new: 'Writes decks/NAME.json with three slides to start from, and in a new folder static/img/ for its pictures. A deck that exists is never overwritten.',
      themes:
        'Lists the themes that decks can choose, those of the project and those that ship: what each is called, the shapes of slides it has, its colours. A theme of the project that has mistakes is shown with them.',
      doctor:
        'Looks at Node.js, the browser for PDFs, the fonts, the output folder and the decks, and says what is missing.',
      help: 'Shows what Korme can do, or what one command can do.',
    },
    flag: {
      browser: 'Browser to use, instead of the first one found',
      aspect: 'Shape of the slides, instead of the one the deck names',
      fix: 'Write the repairs into the deck; the file as it was stays beside it as .bak',
      handout: 'Also write a handout to print beside each HTML file',
      help: 'Show this help',
      host: 'Let everybody in the local network see the decks, too',
      ink: 'save: white grounds and dark text; full: slides as on the screen. Default: save',
      json: 'Print all findings as one JSON object',
      lang: 'Language of the slides, or all of them',
      lines: 'Rule the space that is left, to write on',
      messages: 'Language of help and messages',
      'no-footer': 'Leave out the number of each sheet',
      'no-header': 'Leave out title, event, date and logo above the slides',
      'no-notes': 'Leave the speaker notes out of the built file',
      'no-sandbox': 'Run the browser without its sandbox, as in a container you trust',
      notes: 'Print the speaker notes too: after each slide on pages of their own, in a handout beside or under it',
      open: 'Open the browser',
      out: 'Folder for the built files, instead of dist/',
      paper: 'Paper to print on. Default: a4',
      pdf: 'Also write a PDF beside each HTML file',
      'per-page': 'Slides to a sheet',
      port: 'Port to listen on. Default: 4321, or the next that is free',
      quiet: 'Print errors only',
      range: 'Only these slides, by their numbers in the deck, with the pages they run on to',
      root: 'Folder of the project; nothing outside it is read',
      strict: 'Treat warnings as errors',
      'strict-fit': 'Treat a text that runs on to a further slide as an error',
      theme: 'Theme to use instead of the one the deck names',
      version: 'Print the version of Korme',
    },
  },
}
