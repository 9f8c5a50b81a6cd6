/** Endings of Kazakh words, which are never the second part of a compound. */
const endings = new Set(
  `ға ге қа ке ды ді ты ті ны ні ның нің дың дің тың тің да де та те дан ден тан тен нан нен мен бен пен лар лер дар дер тар тер
  лары лері дары дері тары тері ларын лерін дарын дерін тарын терін лық лік дық дік тық тік лығы лігі дығы дігі тығы тігі лы лі
  сыз сіз шы ші ған ген қан кен ғаны гені қаны кені ғы гі қы кі лады леді ады еді йды йді лған лген ланған ленген латын летін
  атын етін латын летін йтын йтін дағы дегі тағы тегі мақ мек бақ бек пақ пек ында інде ына іне ынан інен ының інің ымен імен ымыз іміз ыңыз іңіз
  лықты лікті дықты дікті тықты тікті лықтың ліктің лықтар ліктер сына сіне сында сінде сының сінің сымен сімен сынан сінен
  масы месі басы бесі пасы песі мыз міз мын мін сың сің рақ рек ырақ ірек`.split(/\s+/),
)

/** First parts of common compounds with a hyphen. */
const firstParts = new Set(
  `оқу аты тегі ата ана әке шеше ел жер су бала құрал көлік ән күй киім тамақ ыдыс бау қыз ұл кәрі жас үй мал көш сән салт дәстүр
  әдет қарым алыс сауда іс ақыл ғылыми саяси тарихи мәдени рухани ішкі сыртқы оңтүстік солтүстік шығыс батыс көрме жәрмеңке мектеп
  балабақша штаб пилот бизнес онлайн офлайн веб интернет медиа видео аудио фото мини макси экс вице топ смарт кафе пресс интервью
  мастер бренд арт поп рок хит шоу тест драйв кто что где как куда когда какой какая какое какие чей кое по во из вице генерал
  юго юж северо западно восточно черно бело полу план факт школа лицей гимназия инженер врач
  long short well high low self co non pre post multi full part end data decision cross real one two three face state so up`.split(
    /\s+/,
  ),
)

/** Second parts of common compounds with a hyphen. */
const secondParts = new Set(
  `шара жаттығу жөні баба әже шеше күй саяси мәдени қатынас қатынасы дәстүр ғұрып салт беріс шағын сабақ төсек аяқ бақша
  шаруашылық тарихи құқықтық класс зал холл центр орталық конференция семинар тренинг фестиваль форум клуб бар кафе то либо нибудь
  таки ка term known based time free to end`.split(/\s+/),
)

/** Adjectives before a hyphen: `қоғамдық-`, `социально-`. */
const adjective = /(?:[лдт][ыі][қк]|льно|нно|чно|бно|тно|рно|дно|вно|ово|ево|ско|ико)$/u
const vowel = /[аәеёиоөуұүыіэюяaeiouy]/u
const kazakh = /[әғқңөұүһі]/u
const back = /[аоұы]/u
const front = /[әеөүі]/u

/** What a hyphen at the end of a line is: a division of one word, or a part of a compound. */
export type Reading = 'word' | 'compound' | 'unknown'

/**
 * Decides what the hyphen between `left` and `right` at the end of a line is. `words` are those of the whole deck, lower-case,
 * compounds with their hyphens. `isWrapped`: the text around it was certainly divided into lines by a program.
 *
 * Shape: a word only if the deck, the ending or the text around it says so, and nothing speaks for a compound.
 */
export function readHyphen(left: string, right: string, words: ReadonlySet<string>, isWrapped: boolean): Reading {
  const [first, second] = [left.toLowerCase(), right.toLowerCase()]
  const joined = first + second
  if (words.has(`${first}-${second}`)) return words.has(joined) ? 'unknown' : 'compound'
  if (words.has(joined)) return 'word'
  if (mayBeCompound(first, second) || (words.has(first) && words.has(second))) return 'unknown'
  if (endings.has(second) && kazakhEnding(first)) return 'word'
  if (words.has(first)) return 'unknown'
  if (hasStem(joined, first.length, words)) return 'word'
  return isWrapped ? 'word' : 'unknown'
}

function mayBeCompound(first: string, second: string): boolean {
  if (first.length < 2 || second.length < 2 || !vowel.test(first) || !vowel.test(second)) return true
  if (firstParts.has(first) || secondParts.has(second) || adjective.test(first)) return true
  if (second.startsWith('э') || first === second || first.slice(1) === second.slice(1)) return true
  return kazakh.test(first) && kazakh.test(second) && breaksHarmony(first, second)
}

/** Whether the vowels on both sides cannot stand in one Kazakh word. */
function breaksHarmony(first: string, second: string): boolean {
  const before = [...first].findLast((letter) => back.test(letter) || front.test(letter))
  const after = [...second].find((letter) => back.test(letter) || front.test(letter))
  return before !== undefined && after !== undefined && back.test(before) !== back.test(after)
}

/** Whether the part before an ending is written in Cyrillic, as Kazakh words are. */
const kazakhEnding = (first: string) => /^\p{Script=Cyrillic}+$/u.test(first)

/** Whether the deck has a word from which the joined one is made, and which the hyphen divides. */
function hasStem(joined: string, leftLength: number, words: ReadonlySet<string>): boolean {
  for (let length = joined.length - 1; length > Math.max(4, leftLength); length--)
    if (words.has(joined.slice(0, length))) return true
  return false
}
