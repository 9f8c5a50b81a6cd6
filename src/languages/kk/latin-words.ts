/** What is said of Kazakh in Latin letters, in these letters. */
export const latinWords = {
  /** The name of the language in a list. */
  name: 'Qazaqşa (avtomatty)',
  /** A line of the title page. */
  note: 'Latyn ärpıne avtomatty türde köşırıldı',
}
