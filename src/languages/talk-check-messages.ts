/** What `korme doctor --talk` checks, in the order of its lines. */
export const talkCheckNames = [
  'deck',
  'pictures',
  'videos',
  'fonts',
  'text',
  'time',
  'notes',
  'internet',
  'network',
  'port',
  'screen',
  'resume',
] as const

/** One of these checks. */
export type TalkCheckName = (typeof talkCheckNames)[number]

/** Things of slides, of which `more` are not named. `slide` is null for what belongs to the whole deck. */
export interface Places {
  places: readonly { slide: number | null; name: string }[]
  more: number
}

/** The texts of `korme doctor --talk` in one language. Each says what is so, and what to do if it should not be. */
export interface TalkCheckMessages {
  label: Record<TalkCheckName, string>
  /** The first line. */
  title(deck: string): string
  /** The last line, if nothing has to be mended. `command` begins the talk. */
  ready(command: string): string
  deck(p: { slides: number; pages: number }): string
  deckWarnings(p: { slides: number; pages: number; warnings: number; command: string }): string
  deckErrors(p: { errors: number; command: string }): string
  pictures(n: number): string
  /** `command` says more about each. */
  picturesMissing(p: Places & { command: string }): string
  videos(n: number): string
  videosMissing(p: Places & { command: string }): string
  /** They are there, but browsers do not play them. */
  videosUnplayable(p: Places & { command: string }): string
  /** Recent browsers play it. `command` makes a video that all play. */
  videoDoubtful(p: { slide: number | null; name: string; codec: string; command: string }): string
  fonts(families: readonly string[]): string
  lettersMissing(letters: readonly string[]): string
  /** Units: `heights` of the picture on the wall. */
  text(p: { slide: number; heights: number }): string
  textSmall(p: { slide: number; heights: number }): string
  textNone: string
  /** Units: minutes, seconds for each slide. */
  time(p: { minutes: number; slides: number; seconds: number }): string
  timeNone: string
  timePlanned(p: { planned: number; minutes: number }): string
  timeExceeded(p: { planned: number; minutes: number }): string
  /** How long it takes to read the notes aloud. */
  timeReading(p: { reading: number; minutes: number }): string
  notes(slides: number): string
  notesNone: string
  /** The numbers of the slides that have none; `more` are not named. */
  notesMissing(p: { slides: readonly number[]; more: number }): string
  internetNone: string
  internet(p: Places): string
  /** `name`: that of the network, if it is known; `others`: how many more there are. */
  network(p: { address: string; name: string | null; others: number }): string
  networkNone(command: string): string
  port(port: number): string
  portMoved(p: { taken: number; port: number }): string
  screen: string
  /** How to go on with a talk that will have been interrupted. */
  resume(command: string): string
  resumeNow(p: { time: string; command: string }): string
  resumeImpossible(folder: string): string
}
