/** Kazakh letters that a Russian keyboard lacks, with the letters that people type instead. */
export const kazakhSubstitutes: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
}
