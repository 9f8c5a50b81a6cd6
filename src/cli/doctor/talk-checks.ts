import { formatMessage } from '../../languages/messages.ts'
import {
  type Places,
  type TalkCheckMessages,
  type TalkCheckName,
  talkCheckNames,
} from '../../languages/talk-check-messages.ts'
import { countFindings } from '../../report/group-findings.ts'
import { shellWord } from '../../report/shell-word.ts'
import { shortPath } from '../../report/short-path.ts'
import { commandLine } from '../../report/suggested-command.ts'
import type { Call } from '../command.ts'
import { buildOptions } from '../decks.ts'
import { bad, type CheckOutcome, errorOutcome, good, type MadeCheck, warning } from './outcome.ts'
import { checkPlace } from './place-checks.ts'
import { type OfSlide, type TalkFacts, talkFacts } from './talk-facts.ts'

/** So many things are named in a line. */
const maxNamed = 3
/** Nearer than this, the last rows of many halls cannot read a text. Units: heights of the picture. */
const leastHeights = 4

/** A check of the deck. `command` tells more about its findings. */
type DeckCheck = (facts: TalkFacts, words: TalkCheckMessages, command: string) => CheckOutcome

/** Checks a deck and the machine before a talk. A deck with errors has the first check only, and those of the machine. */
export async function checkTalk(call: Call, deck: string): Promise<MadeCheck<TalkCheckName>[]> {
  const { flags, messages } = call
  const words = messages.cli.doctor.talk
  const { check } = await import('../../build.ts')
  const command = commandLine('check', [shellWord(shortPath(deck))], flags)
  const place = checkPlace(call, deck)
  const ofDeck = await check(deck, { ...buildOptions(flags), namedLangs: true }).then(
    (result): Partial<Record<TalkCheckName, CheckOutcome>> => {
      const facts = talkFacts(result)
      const say = (one: (typeof result.diagnostics)[number]) => formatMessage(messages, one)
      const { error } = countFindings(result.diagnostics, say)
      if (!facts) return { deck: bad(words.deckErrors({ errors: error, command }), 'deck') }
      const { text, notes = [], ...outcome } = deckChecks.deck(facts, words, command)
      const later = facts.laterStart ? [say(facts.laterStart)] : []
      return { ...readChecks(facts, words, command), deck: { ...outcome, text, notes: [...notes, ...later] } }
    },
    (error): Partial<Record<TalkCheckName, CheckOutcome>> => ({ deck: errorOutcome(error, call) }),
  )
  const all: Partial<Record<TalkCheckName, CheckOutcome>> = { ...ofDeck, ...(await place) }
  return talkCheckNames.flatMap((name) => {
    const outcome = all[name]
    return outcome ? [{ name, label: words.label[name], outcome }] : []
  })
}

const readChecks = (facts: TalkFacts, words: TalkCheckMessages, command: string) =>
  Object.fromEntries(Object.entries(deckChecks).map(([name, check]) => [name, check(facts, words, command)]))

/** The first few things, and how many more there are. */
const some = (all: readonly OfSlide[]): Places => ({
  places: all.slice(0, maxNamed),
  more: Math.max(0, all.length - maxNamed),
})

const deckChecks = {
  deck: ({ pages, slides, warnings }, words, command) =>
    warnings > 0
      ? warning(words.deckWarnings({ slides, pages, warnings, command }))
      : good(words.deck({ slides, pages })),

  pictures: ({ pictures: { all, missing } }, words, command) =>
    missing.length > 0 ? bad(words.picturesMissing({ ...some(missing), command }), 'deck') : good(words.pictures(all)),

  videos: ({ videos: { all, missing, unplayable, doubtful } }, words, command) => {
    const sentences = [
      ...(missing.length > 0 ? [words.videosMissing({ ...some(missing), command })] : []),
      ...(unplayable.length > 0 ? [words.videosUnplayable({ ...some(unplayable), command })] : []),
    ]
    const [first, ...others] = sentences
    const notes = doubtful.slice(0, maxNamed).map(words.videoDoubtful)
    if (first !== undefined) return { ...bad(first, 'deck'), notes: [...others, ...notes] }
    const [doubt, ...doubts] = notes
    return doubt === undefined ? good(words.videos(all)) : { ...warning(doubt), notes: doubts }
  },

  fonts: ({ families, letters }, words) =>
    letters.length > 0 ? warning(words.lettersMissing(letters.slice(0, 12))) : good(words.fonts(families)),

  text: ({ smallest }, words) => {
    if (!smallest) return good(words.textNone)
    return smallest.heights < leastHeights ? warning(words.textSmall(smallest)) : good(words.text(smallest))
  },

  time: ({ slides, time: { minutes, planned, reading } }, words) => {
    if (minutes === null) return warning(words.timeNone)
    if (planned !== null && planned > minutes + 0.05) return warning(words.timeExceeded({ planned, minutes }))
    if (reading > minutes) return warning(words.timeReading({ reading, minutes }))
    if (planned !== null) return good(words.timePlanned({ planned, minutes }))
    return good(words.time({ minutes, slides, seconds: Math.round((minutes * 60) / Math.max(1, slides)) }))
  },

  notes: ({ notes: { slides, without } }, words) => {
    if (slides === 0) return good(words.notesNone)
    if (without.length === 0) return good(words.notes(slides))
    return warning(words.notesMissing({ slides: without.slice(0, 12), more: Math.max(0, without.length - 12) }))
  },

  internet: ({ online }, words) =>
    online.length > 0 ? warning(words.internet(some(online))) : good(words.internetNone),
} satisfies Partial<Record<TalkCheckName, DeckCheck>>
