import { type LetterScript, scriptOf, type TwinLanguage, twinOf } from './letter-twins.ts'

/** How a word with letters of two scripts is read. */
export interface MixedReading {
  /** The script of the word. */
  script: LetterScript
  /** The letters of the other script. Units: indexes into the word. */
  odd: readonly number[]
  /** The word in one script, if there is only one reading; else null. */
  mended: string | null
}

interface Letter {
  letter: string
  script: LetterScript
  isUpper: boolean
  /** The letter of the other script that looks the same. */
  twin: string | null
}

/** Letters of one script that follow one another. */
type Block = readonly [Letter, ...Letter[]]

/**
 * Reads a word with letters of two scripts. `around` is the script of the other words of the text; null if it has both.
 *
 * Shape: null if the word is right, or may be: a Latin name with a Cyrillic ending, two words in one, a number.
 */
export function readMixedWord(word: string, lang: TwinLanguage, around: LetterScript | null): MixedReading | null {
  const letters = [...word].map((letter) => letterOf(letter, lang))
  const blocks = blocksOf(letters)
  if (blocks.length < 2) return null
  const reading = (script: LetterScript, certain: boolean): MixedReading => ({
    script,
    odd: letters.flatMap((one, i) => (one && one.script !== script ? [i] : [])),
    mended: certain ? letters.map((one, i) => (one && one.script !== script ? one.twin : word[i])).join('') : null,
  })
  if (isRomanNumeral(word, letters)) return reading('Latin', true)
  if (joinsNames(blocks) || isPair(letters)) return null
  const script = scriptMeant(letters, around)
  if (blocks.length === 2) {
    if (isRightInTwoParts(blocks[0]!, blocks[1]!, lang, around)) return null
    if (script !== null)
      return reading(
        script,
        blocks.some((block) => block[0].script !== script && block.length <= 2),
      )
  } else if (script !== null) return reading(script, true)
  const doubtful = script ?? commonest(letters, around)
  const isAmbiguous = canBe('Cyrillic', letters) && canBe('Latin', letters)
  return isAmbiguous || word.length >= 4 ? reading(doubtful, false) : null
}

function letterOf(letter: string, lang: TwinLanguage): Letter | null {
  const script = scriptOf(letter)
  return script && { letter, script, isUpper: letter !== letter.toLowerCase(), twin: twinOf(letter, lang) }
}

function blocksOf(letters: readonly (Letter | null)[]): Block[] {
  const blocks: [Letter, ...Letter[]][] = []
  for (const letter of letters) {
    if (letter === null) continue
    const last = blocks.at(-1)
    if (last && last[0].script === letter.script) last.push(letter)
    else blocks.push([letter])
  }
  return blocks
}

/** Whether all letters of the other script have a twin in this one. */
const canBe = (script: LetterScript, letters: readonly (Letter | null)[]) =>
  letters.every((one) => one === null || one.script === script || one.twin !== null)

/** The only script in which the word can be written; null if there is none, or if the text does not decide. */
function scriptMeant(letters: readonly (Letter | null)[], around: LetterScript | null): LetterScript | null {
  const [cyrillic, latin] = [canBe('Cyrillic', letters), canBe('Latin', letters)]
  if (cyrillic !== latin) return cyrillic ? 'Cyrillic' : 'Latin'
  if (!cyrillic || letters.length < 3 || letters.every((one) => one?.isUpper)) return null
  return around !== null && commonest(letters, around) === around ? around : null
}

function commonest(letters: readonly (Letter | null)[], around: LetterScript | null): LetterScript {
  const cyrillic = letters.filter((one) => one?.script === 'Cyrillic').length
  const latin = letters.filter((one) => one?.script === 'Latin').length
  if (cyrillic === latin) return around ?? 'Cyrillic'
  return cyrillic > latin ? 'Cyrillic' : 'Latin'
}

/** Whether a capital begins the other script: `ҚазTech`, `eҚызмет`. */
const joinsNames = (blocks: readonly Block[]) =>
  blocks.some(
    (block, i) => i > 0 && block[0].isUpper && !blocks[i - 1]!.at(-1)!.isUpper && !isOddLetter(block, i, blocks.length),
  )

/** Whether a letter that looks the same in both scripts stands between letters of the other: `NurОtan`. */
const isOddLetter = (block: Block, i: number, count: number) =>
  block.length === 1 && block[0].twin !== null && i < count - 1

/** Whether a letter and its twin are shown side by side: `АA`. */
const isPair = ([first, second, ...others]: readonly (Letter | null)[]) =>
  others.length === 0 && first?.twin === second?.letter

const hasNoTwin = (block: Block) => block.some(({ twin }) => twin === null)
const isCapitals = (block: Block) => block.every(({ isUpper }) => isUpper)

/** What stands below the signs of formulas: `xмин`. */
const indexWords = new Set('мин макс ср орт орташа нач кон вх вых эфф экв ном общ кр тр пр бас соң жалпы'.split(' '))

/** Whether a word of two parts may be right: `PDFті`, `Excelде`, `Vорташа`. */
function isRightInTwoParts(first: Block, second: Block, lang: TwinLanguage, around: LetterScript | null): boolean {
  if (first[0].script === 'Cyrillic') {
    // Two words: `стартapp` has letters on each side that belong there.
    return hasNoTwin(first) && hasNoTwin(second) && first.length > 1 && second.length > 1
  }
  if (first.length === 1 && indexWords.has(second.map(({ letter }) => letter).join(''))) return true
  // A sign with an index or an ending: `Vорташа`, `Uобразный`, `CEOға`; but a Y alone stands for Ү.
  const isSign = isCapitals(first) && !second[0].isUpper && first[0].letter !== 'Y'
  if (isSign && (first.length > 1 || hasNoTwin(first))) return true
  if (!hasNoTwin(first) || first.length === 1) return false
  // A Latin name with an ending: `Excelде`, and in Russian also `Telegramа`.
  const isEnding = lang !== 'kk' && around === 'Cyrillic' && second.length === 1 && first.length > 2
  return hasNoTwin(second) || isEnding
}

/** Numbers up to 39 in capitals: centuries, chapters. */
const roman = /^X{0,3}(?:IX|IV|V?I{0,3})$/

function isRomanNumeral(word: string, letters: readonly (Letter | null)[]): boolean {
  if (word.length < 2 || word.length > 7 || !letters.every((one) => one?.isUpper)) return false
  return roman.test(letters.map((one, i) => (one!.script === 'Latin' ? word[i] : (one!.twin ?? '?'))).join(''))
}
