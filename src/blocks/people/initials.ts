import type { Lang } from '../../model/lang.ts'

/** The endings of patronymics, in Russian and Kazakh spelling. */
const patronymic = /(?:вич|вна|ична|инична|[ұу]лы|қызы|кызы|гызы|uly|qyzy|kyzy|vich|vna)$/iu
/** The endings of surnames, more than one of which are no given names. */
const surname =
  /(?:[оеё]в|[оеё]ва|ин|ина|ский|ская|цкий|цкая|баев|баева|беков|бекова|енко|чук|юк|швили|дзе|ян|тегі|[oe]v|[oe]va|sky|skaya|enko)$/iu
/** Surnames without such an ending that often stand first. */
const shortSurname = /^(?:ким|пак|цой|тен|хван|хегай|югай|шин|лим|нам|kim|park|lee)$/iu
/** Given names that end like a surname. */
const givenName =
  /^(?:ирина|марина|галина|полина|алина|карина|катарина|екатерина|регина|сабина|мадина|амина|зарина|альбина|ангелина|кристина|валентина|антонина|эльвина|аделина|самина|асина|каролина|арина|нина|дина|лина|инна|фарина|розалина|константин|валентин|мартин|эмин|marina|irina|galina|alina|karina|madina|sabina|ekaterina|christina|martin|justin|kevin|benjamin|robin|edwin)$/iu
/** Initials with full stops: `А.`, `А.М.` */
const abbreviated = /^(?:\p{L}\.){1,3}$/u
/** Degrees and titles before a name. */
const title = /^(?:dr|prof|mr|mrs|ms|проф|акад|доц|г-н|г-жа|д-р)\.?$/iu

/**
 * Returns the initials of a person: of the given name, then of the surname; empty for a text without letters.
 *
 * Shape: `Айгүл Сәрсенбаева`, `Сарсенбаева Айгуль Маратовна` and `Сарсенбаева А. М.` all have two letters, `АС`; a
 *        patronymic has none, a single name one.
 */
export function initialsOf(name: string, lang: Lang): string {
  const bare = name.replaceAll('*', '').split(/[,(]/, 1)[0]!
  const words = bare
    .replace(/\.(?=\p{Lu}\p{L})/gu, '. ')
    .split(/\s+/)
    .filter((word) => /^\p{L}/u.test(word) && !title.test(word))
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word))
  const [given, family] = order(capitals.length > 0 ? capitals : words)
  return [given, family].map((word) => letterOf(word).toLocaleUpperCase(lang)).join('')
}

/** Finds the given name and the surname. */
function order(words: readonly string[]): (string | undefined)[] {
  const [first, second, third] = words
  if (second === undefined) return [first]
  const short = words.find((word) => abbreviated.test(word))
  if (short) return [short, words.find((word) => !abbreviated.test(word)) ?? words.find((word) => word !== short)]
  if (third !== undefined) {
    // The patronymic is last after a surname, and in the middle before one.
    if (patronymic.test(third)) return [second, first]
    return [first, words.at(-1)]
  }
  // Two names: the surname may stand first.
  if (patronymic.test(second) && !surname.test(first!)) return [first, second]
  return isSurname(first!) && !isSurname(second) ? [second, first] : [first, second]
}

const isSurname = (word: string) => shortSurname.test(word) || (surname.test(word) && !givenName.test(word))

/** The first letter of a word with the marks that belong to it. */
const letterOf = (word: string | undefined): string => /^\p{L}\p{M}*/u.exec(word?.normalize('NFC') ?? '')?.[0] ?? ''
