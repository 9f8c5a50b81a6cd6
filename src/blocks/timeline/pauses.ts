/** The words of pauses, in all languages. */
const pauseWords = new Set(
  `кофе кофебрейк кофейная брейк пауза обед обеда обеденный перерыв чай чайная чаепитие завтрак ужин полдник фуршет
   технический небольшой санитарный динамическая
   үзіліс түскі таңғы кешкі ас астан шай шәй кофе-үзіліс техникалық үзілісі ауқаты тамақ тамақтану кіші
   break lunch coffee tea dinner breakfast pause recess brunch refreshments short comfort health`
    .split(/\s+/)
    .filter(Boolean),
)

/** Words that may stand among them. */
const small = new Set('на для и без с за және мен үшін for and the a with'.split(' '))

/** What begins the rest of the cell: the place of the pause, or its length. */
const beforePlace = new Set(['в', 'во', 'at', 'in', '(', '—', '–', '-', '|'])

const tokens = /[\p{L}\p{N}]+(?:[-‑][\p{L}\p{N}]+)*|[^\s]/gu
const number = /^\d/
const lengthWord = /^(?:мин|минут|минуты|час|часа|ч|минуттық|сағат|min|mins|minutes|minute|hour|h)$/iu

/**
 * Whether a cell names a pause and nothing else: `Кофе-пауза`, `Обеденный перерыв (фойе)`, `Түскі ас`, `Lunch break`.
 * A session with a word of a pause in it, such as `Открытие, приветственный кофе`, is none.
 */
export function isPause(text: string): boolean {
  let named = false
  for (const [token] of text.replaceAll('*', '').trim().slice(0, 120).matchAll(tokens)) {
    const word = token.toLowerCase()
    const parts = word.split(/[-‑]/)
    if (named && beforePlace.has(word)) return true
    if (pauseWords.has(word) || (parts.length > 1 && parts.every((part) => pauseWords.has(part)))) named = true
    else if (!(small.has(word) || number.test(word) || lengthWord.test(word) || /^[.,:«»")+/]$/.test(word)))
      return false
  }
  return named
}
