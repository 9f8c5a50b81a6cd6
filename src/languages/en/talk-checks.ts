import { pluralizer } from '../format.ts'
import type { Places, TalkCheckMessages } from '../talk-check-messages.ts'
import { and, fixed, slides } from './format.ts'

const pages = pluralizer('en', { one: 'page', other: 'pages' })
const errors = pluralizer('en', { one: 'error', other: 'errors' })
const warnings = pluralizer('en', { one: 'warning', other: 'warnings' })
const pictures = pluralizer('en', { one: 'picture', other: 'pictures' })
const videos = pluralizer('en', { one: 'video', other: 'videos' })
const heights = (n: number) => heightsOf(Math.floor(n))
const heightsOf = pluralizer('en', { one: 'screen height', other: 'screen heights' })
const minutes = (n: number) => `${Number.isInteger(n) ? n : fixed(n, 1)} min`
const size = ({ slides: n, pages: p }: { slides: number; pages: number }) =>
  n === p ? slides(n) : `${slides(n)}, ${pages(p)}`

const at = ({ places, more }: Places) => {
  const named = places.map(({ slide, name }) => (slide === null ? name : `slide ${slide} (${name})`))
  return more > 0 ? `${named.join(', ')} and ${more} more` : and(named)
}

/** What `korme doctor --talk` says, in English. */
export const talkChecks: TalkCheckMessages = {
  label: {
    deck: 'Deck',
    pictures: 'Pictures',
    videos: 'Videos',
    fonts: 'Fonts',
    text: 'Smallest text',
    time: 'Time',
    notes: 'Notes',
    internet: 'Internet',
    network: 'Phones',
    port: 'Port',
    screen: 'Screen',
    resume: 'If it fails',
  },
  title: (deck) => `Before the talk: ${deck}`,
  ready: (command) => `Ready. Start the talk: ${command}`,
  deck: (p) => `${size(p)}, no problems`,
  deckWarnings: ({ warnings: n, command, ...p }) => `${size(p)}, ${warnings(n)}. Read them: ${command}`,
  deckErrors: ({ errors: n, command }) => `${errors(n)}, so it cannot be shown. Correct them: ${command}`,
  pictures: (n) => (n === 0 ? 'none in this deck' : `${pictures(n)}, there and readable`),
  picturesMissing: ({ command, ...p }) => `Not shown: ${at(p)}. What to do about each: ${command}`,
  videos: (n) => (n === 0 ? 'none in this deck' : `${videos(n)}, there and playable`),
  videosMissing: ({ command, ...p }) => `Not shown: ${at(p)}. What to do about each: ${command}`,
  videosUnplayable: ({ command, ...p }) => `Browsers do not play ${at(p)}. How to convert each: ${command}`,
  videoDoubtful: ({ slide, name, codec, command }) =>
    `${at({ places: [{ slide, name }], more: 0 })} is ${codec}, which older Safari and iPhones do not play. For them: ${command}`,
  fonts: (families) => `${and(families)}, built in; all letters of the deck are there`,
  lettersMissing: (letters) =>
    `No font has ${and(letters)}; the screen shows boxes or another font. Write them another way, or choose a theme with such letters.`,
  text: ({ slide, heights: n }) => `on slide ${slide}, can be read from up to ${heights(n)} away`,
  textSmall: ({ slide, heights: n }) =>
    `On slide ${slide}, it can be read only from up to ${heights(n)} away. In a deep hall, shorten or divide that slide.`,
  textNone: 'no texts',
  time: ({ minutes: m, slides: n, seconds }) => `${minutes(m)} for ${slides(n)}, about ${seconds} s for each`,
  timeNone: 'No length is planned. With "minutes": 20 in the deck, the speaker view shows whether you keep to it.',
  timePlanned: ({ planned, minutes: m }) => `${minutes(m)}, of which the slides are planned for ${minutes(planned)}`,
  timeExceeded: ({ planned, minutes: m }) =>
    `The slides are planned for ${minutes(planned)}, but the talk for ${minutes(m)}. Correct "minutes".`,
  timeReading: ({ reading, minutes: m }) =>
    `To read all notes aloud takes about ${Math.round(reading)} min, longer than the ${minutes(m)} of the talk.`,
  notes: (n) => `on ${slides(n)}; only the speaker view and the remote control show them`,
  notesNone: 'none in this deck',
  notesMissing: ({ slides: list, more }) =>
    `None on ${list.length === 1 && more === 0 ? 'slide' : 'slides'} ${more > 0 ? `${list.join(', ')} and ${more} more` : and(list.map(String))}.`,
  internetNone: 'not needed: the slides show everything without it',
  internet: (p) => `Needed for ${at(p)}. Connect before the talk, or put the video into the project as a file.`,
  network: ({ address, name, others }) =>
    `with --host, phones in the same network${name === null ? '' : ` (${name})`} reach this machine at ${address}${others > 0 ? `; other networks: ${others}` : ''}`,
  networkNone: (command) =>
    `There is no network, so phones cannot connect. Join the Wi-Fi of the hall or open a hotspot, then: ${command}`,
  port: (port) => `${port} is free`,
  portMoved: ({ taken, port }) =>
    `${taken} is in use by another program, so the talk will use ${port}. To keep ${taken}, stop that program.`,
  screen:
    'stays on by itself in Chrome, Edge, Safari 16.4 and Firefox 126 or newer; in older ones, set that in the system. Plug in the charger.',
  resume: (command) => `the talk goes on with the same links after: ${command}`,
  resumeNow: ({ time, command }) =>
    `A talk of this deck was interrupted at ${time}. To go on with the same links: ${command}`,
  resumeImpossible: (folder) =>
    `The state of the talk cannot be kept in ${folder}, so after a failure phones have to scan the codes again. Make that folder writable for you alone.`,
}
