import type { ServeWords } from '../../model/wire/serve-pages.ts'

/** The texts of the pages of `korme serve` in Kazakh. */
export const serve: ServeWords = {
  lang: 'kk',
  lost: 'Korme-мен байланыс үзілді. Қайта қосылып жатыр…',
  changed: '{x}-слайд өзгерді',
  go: 'Соған өту',
  close: 'Жабу',
  findings: {
    title: 'Тексеру нәтижесі',
    stale: 'Файлда қате бар. Экранда соңғы дұрыс нұсқасы тұр.',
    waiting: 'Файлда қате бар. Түзетілген бойда слайдтар шығады.',
    copy: 'Орнын көшіріп алу',
    copied: 'Көшірілді: {x}',
    editor: 'VS Code арқылы ашу',
    open: 'Тексеру нәтижесі: {x}',
  },
  start: {
    title: 'Презентациялар',
    about: 'Бірін ашып, файлын өңдеңіз: сақтаған сайын қалай өзгеретінін бірден көресіз.',
    reading: 'Оқылып жатыр…',
    broken: 'әзірге көрсету мүмкін емес',
    empty: '{x} қалтасында әзірге презентация жоқ. Алғашқысын жасаңыз: {y}',
  },
}
